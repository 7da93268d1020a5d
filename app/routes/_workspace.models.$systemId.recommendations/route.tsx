import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DataTable } from '../../components/data-table.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { Facts } from '../../components/facts.tsx';
import { SystemHeader } from '../../components/models/system-header.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { systemPageTitle } from '../../i18n/system-title.server.ts';
import { getRecommendations } from '../../services/register/get-recommendations.server.ts';
import { systemParams } from '../../services/register/register-schema.ts';
import { hideFromPanel, showToPanel } from '../../services/register/show-to-panel.server.ts';
import { Evidence } from '../../components/models/evidence.tsx';
import { PanelsWhoRead } from './panels-who-read.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getRecommendations(member, parseParams(params, systemParams)));
  return { pageTitle: await systemPageTitle(request, 'recommendations', page.frame.name), ...page };
}

const schema = z.object({
  intent: z.enum(['show', 'hide']),
  panelId: z.uuid('choice-missing'),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { systemId } = parseParams(params, systemParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { intent, panelId } = submission.value;
  const change = intent === 'show' ? showToPanel : hideFromPanel;
  const home = `/models/${systemId}/recommendations?done=${intent === 'show' ? 'shown' : 'hidden'}`;
  return submitForm(submission, () => change(member, { systemId, panelId }), home);
}

const tones = {
  met: 'good',
  partly: 'concern',
  'not-met': 'alert',
  'not-applicable': 'neutral',
} as const;

type Page = Awaited<ReturnType<typeof loader>>;

function GroupTable({ group, frame }: { group: Page['groups'][number]; frame: Page['frame'] }) {
  const { t } = useTranslation(['models', 'register']);
  const { date } = useLocal();
  return (
    <DataTable
      id={group.group}
      caption={t(`register:principle.${group.group}`)}
      rowHeader="text"
      columns={[
        { key: 'code', label: t('models:recommendation.code') },
        { key: 'text', label: t('models:recommendation.text') },
        { key: 'state', label: t('models:recommendation.state') },
        { key: 'evidence', label: t('models:recommendation.evidence') },
        { key: 'on', label: t('models:recommendation.statedOn') },
        ...(frame.may.manage ? [{ key: 'edit', label: t('models:action') }] : []),
      ]}
      rows={group.items.map(({ code, statement, by }) => ({
        key: code,
        cells: {
          code: <span dir="ltr">{code}</span>,
          text: t(`register:recommendation.${code}`),
          state: statement ? (
            <Tag
              tone={tones[statement.state]}
              text={t(`register:recommendationState.${statement.state}`)}
            />
          ) : (
            <Tag tone="unknown" text={t('models:recommendation.open')} />
          ),
          evidence: statement ? <Evidence {...statement} /> : null,
          on: statement
            ? t('models:period.by', { day: date(statement.statedOn), by: by ?? t('models:none') })
            : null,
          edit: frame.may.manage ? (
            <Link to={`/models/${frame.id}/recommendations/${code}`}>
              {t('models:edit')}
              <span className="visually-hidden">: {code}</span>
            </Link>
          ) : null,
        },
      }))}
    />
  );
}

export default function RecommendationsPage() {
  const { frame, groups, counts, open, panels } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['models', 'register']);
  const { number } = useLocal();
  return (
    <>
      <SystemHeader frame={frame} />
      <DoneNotice
        words={{
          saved: t('models:done.saved'),
          shown: t('models:readers.shown'),
          hidden: t('models:readers.hidden'),
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <p className="muted">{t('models:recommendation.intro')}</p>
      <Facts
        items={[
          ...counts.map(({ state, count }) => ({
            term: t(`register:recommendationState.${state}`),
            value: number(count),
          })),
          { term: t('models:recommendation.open'), value: number(open) },
        ]}
      />
      {groups.map((group) => (
        <section key={group.group} className="card" aria-labelledby={`${group.group}-caption`}>
          <GroupTable group={group} frame={frame} />
        </section>
      ))}
      {panels === null ? null : (
        <PanelsWhoRead
          panels={panels}
          mayManage={frame.may.manage}
          result={reply?.result ?? null}
        />
      )}
    </>
  );
}
