import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { DisclosureNote } from '../../components/disclosure-note.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useWriterName } from '../../components/use-writer-name.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { moderationPageTitle } from '../../i18n/moderation-title.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { getSafeguarding } from '../../services/safeguarding/get-safeguarding.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getSafeguarding(member, parseParams(params, panelParams)));
  return {
    pageTitle: await moderationPageTitle(request, 'safeguarding', page.frame.title),
    ...page,
  };
}

type Page = Awaited<ReturnType<typeof getSafeguarding>>;

function ConcernTable({ panelId, concerns }: { panelId: string; concerns: Page['concerns'] }) {
  const { t } = useTranslation('moderation');
  const nameWriter = useWriterName();
  const { date } = useLocal();
  const stateOf = ({ seenAt, closedAt }: Page['concerns'][number]) => {
    if (closedAt !== null) return <Tag tone="neutral" text={t('safeguarding.is.closed')} />;
    if (seenAt !== null) return <Tag tone="good" text={t('safeguarding.is.seen')} />;
    return <Tag tone="alert" text={t('safeguarding.is.new')} />;
  };
  return (
    <DataTable
      id="concerns"
      caption={t('safeguarding.caption')}
      captionHidden
      columns={[
        { key: 'who', label: t('list.who') },
        { key: 'why', label: t('safeguarding.from') },
        { key: 'raised', label: t('safeguarding.raised') },
        { key: 'state', label: t('safeguarding.state') },
      ]}
      rows={concerns.map((concern) => ({
        key: concern.id,
        cells: {
          who: (
            <Link to={`/panels/${panelId}/safeguarding/${concern.id}`}>
              {nameWriter(concern.memberNumber)}
            </Link>
          ),
          why: t(`safeguarding.source.${concern.source}`),
          raised: date(concern.raisedAt),
          state: stateOf(concern),
        },
      }))}
    />
  );
}

function Figures({ released, minimum }: { released: Page['released']; minimum: number }) {
  const { t } = useTranslation('moderation');
  const { number } = useLocal();
  const hours = (value: number) => number(Math.round(value * 10) / 10);
  const { figures } = released;
  if (!figures) return <p>{t('safeguarding.tooFew', { minimum: number(minimum) })}</p>;
  return (
    <Facts
      items={[
        { term: t('safeguarding.concerns'), value: number(figures.concerns) },
        { term: t('safeguarding.waiting'), value: number(figures.waiting) },
        { term: t('safeguarding.median'), value: hours(figures.medianHours) },
        { term: t('safeguarding.longest'), value: hours(figures.longestHours) },
      ]}
    />
  );
}

export default function SafeguardingPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, isNamed, namedPerson, withinHours, concerns, released } = page;
  const { t } = useTranslation('moderation');
  const { number } = useLocal();
  return (
    <>
      <PanelHeader frame={frame} />
      <h2>{t('page.safeguarding')}</h2>
      <DisclosureNote title={t('safeguarding.text')}>{t('safeguarding.how')}</DisclosureNote>
      {namedPerson === null ? (
        <Notice tone="alert">{t('safeguarding.nobody')}</Notice>
      ) : (
        <p>{t('safeguarding.goesTo', { name: namedPerson, hours: number(withinHours) })}</p>
      )}
      {released.isOverdue ? <Notice tone="alert">{t('safeguarding.overdue')}</Notice> : null}
      {isNamed && concerns.length === 0 ? (
        <EmptyState title={t('safeguarding.emptyTitle')} text={t('safeguarding.emptyText')} />
      ) : null}
      {isNamed && concerns.length > 0 ? (
        <ConcernTable panelId={frame.id} concerns={concerns} />
      ) : null}
      <section className="stack" aria-labelledby="counts-title">
        <h3 id="counts-title">{t('safeguarding.countsTitle')}</h3>
        <Figures released={released} minimum={page.minimum} />
      </section>
    </>
  );
}
