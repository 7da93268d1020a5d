import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useShownCount } from '../../components/use-shown-count.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { listPanelRounds } from '../../services/panels/list-panel-rounds.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => listPanelRounds(member, parseParams(params, panelParams)));
  const pageTitle = await panelPageTitle(request, 'rounds', page.frame.title);
  return { pageTitle, ...page };
}

type Rounds = Awaited<ReturnType<typeof loader>>['rounds'];

function RoundTable({ rounds, home }: { rounds: Rounds; home: string }) {
  const { t } = useTranslation('panels');
  const { text, date, number } = useLocal();
  const countText = useShownCount();
  return (
    <DataTable
      id="rounds"
      caption={t('tab.rounds')}
      captionHidden
      stacks
      columns={[
        { key: 'title', label: t('round.title') },
        { key: 'state', label: t('list.state') },
        { key: 'minutes', label: t('round.minutes'), numeric: true },
        { key: 'closesOn', label: t('round.closesOn') },
        { key: 'asked', label: t('round.asked'), numeric: true },
        { key: 'done', label: t('round.done'), numeric: true },
      ]}
      rows={rounds.map((round) => ({
        key: round.id,
        cells: {
          title: (
            <>
              <Link to={`${home}/${round.id}`}>
                {t('round.name', { number: round.number, title: text(round.title) })}
              </Link>
              {round.source === 'survey' ? <div className="muted">{t('survey.title')}</div> : null}
            </>
          ),
          state: t(`state.${round.state}`),
          // Nobody is asked in a round of a survey.
          minutes: round.source === 'survey' ? t('none') : number(round.minutes),
          closesOn: round.closesOn === null ? t('none') : date(round.closesOn),
          asked: round.source === 'survey' ? t('none') : countText(round.asked),
          done: round.source === 'survey' ? t('none') : countText(round.done),
        },
      }))}
    />
  );
}

export default function RoundsPage() {
  const { frame, rounds } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const home = `/panels/${frame.id}/rounds`;
  const create =
    frame.may.manage && frame.state !== 'closed' ? (
      <LinkButton to={`${home}/new`} tone="primary">
        {t('round.create')}
      </LinkButton>
    ) : undefined;
  return (
    <>
      <PanelHeader frame={frame} action={rounds.length > 0 ? create : undefined} />
      <DoneNotice words={{ deleted: t('done.roundDeleted') }} />
      {rounds.length > 0 ? (
        <RoundTable rounds={rounds} home={home} />
      ) : (
        <EmptyState
          title={t('round.emptyTitle')}
          text={t('round.emptyText')}
          steps={create ? [t('round.step1'), t('round.step2'), t('round.step3')] : []}
          action={create}
        />
      )}
    </>
  );
}
