import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import {
  MonitoringHeader,
  monitoringHome,
} from '../../components/monitoring/monitoring-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { adoptPlan } from '../../services/monitoring/adopt-plan.server.ts';
import { discardPlan, editPlan } from '../../services/monitoring/edit-plan.server.ts';
import { getPlan } from '../../services/monitoring/get-plan.server.ts';
import { planFields } from '../../services/monitoring/plan-schema.ts';
import { startPlan } from '../../services/monitoring/start-plan.server.ts';
import { deploymentParams, revisionField } from '../../services/register/register-schema.ts';
import { DraftCard } from './draft-card.tsx';
import { PlanCard } from './plan-card.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getPlan(member, parseParams(params, deploymentParams)));
  const i18n = await translate(request);
  return { pageTitle: i18n.t('monitoring:plan.title'), ...page };
}

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start') }),
  z.object({ intent: z.literal('words'), ...planFields, ...revisionField }),
  z.object({ intent: z.literal('adopt'), ...revisionField }),
  z.object({ intent: z.literal('discard'), ...revisionField }),
  z.object({ intent: z.literal('remove'), metricId: z.uuid(), ...revisionField }),
]);

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'monitoring.manage');
  const ids = parseParams(params, deploymentParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { value } = submission;
  const home = `/models/${ids.systemId}/deployments/${ids.deploymentId}/monitoring/plan`;
  async function work(): Promise<string> {
    switch (value.intent) {
      case 'start':
        await startPlan(member, ids);
        return home;
      case 'words': {
        const { purpose, falseAlarmsAYear, reviewOn, revision } = value;
        const change = { kind: 'words', purpose, falseAlarmsAYear, reviewOn } as const;
        await editPlan(member, { ...ids, revision, change });
        return `${home}?done=saved`;
      }
      case 'adopt':
        await adoptPlan(member, { ...ids, revision: value.revision });
        return `${home}?done=adopted`;
      case 'discard':
        await discardPlan(member, { ...ids, revision: value.revision });
        return home;
      case 'remove': {
        const change = { kind: 'remove-metric', metricId: value.metricId } as const;
        await editPlan(member, { ...ids, revision: value.revision, change });
        return `${home}?done=saved`;
      }
    }
  }
  return submitForm(submission, work, (to) => to);
}

export default function PlanPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('monitoring');
  const { current, draft, plans, mayPlan, adoptedBy } = page;
  const earlier = plans.filter(({ id, state }) => state === 'adopted' && id !== current?.id);
  return (
    <>
      <MonitoringHeader place={page} title={t('plan.title')} isBelow />
      <DoneNotice words={{ saved: t('plan.saved'), adopted: t('plan.adopted') }} />
      <RefusalSummary refusal={reply?.refusal} />
      {draft && page.mayManage ? (
        <DraftCard
          draft={draft}
          isOver={!mayPlan}
          home={`${monitoringHome(page)}/plan`}
          reply={reply}
        />
      ) : null}
      {current ? (
        <PlanCard plan={current} origins={page.origins} by={adoptedBy[current.id] ?? null} />
      ) : (
        <p className="muted">{t('plan.none')}</p>
      )}
      {draft === null && mayPlan ? (
        <RecordForm
          id="start"
          result={reply?.result ?? null}
          hidden={{ intent: 'start' }}
          submit={current ? t('plan.next') : t('plan.start')}
          fields={[]}
        />
      ) : null}
      {earlier.length === 0 ? null : (
        <details>
          <summary>{t('plan.earlier')}</summary>
          {earlier.map((plan) => (
            <PlanCard
              key={plan.id}
              plan={plan}
              origins={page.origins}
              by={adoptedBy[plan.id] ?? null}
            />
          ))}
        </details>
      )}
    </>
  );
}
