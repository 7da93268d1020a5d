import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { MonitoringHeader } from '../../components/monitoring/monitoring-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { ServiceError } from '../../errors.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { editPlan } from '../../services/monitoring/edit-plan.server.ts';
import { getPlan } from '../../services/monitoring/get-plan.server.ts';
import { metricOf, metricSchema, subgroupSchema } from '../../services/monitoring/plan-schema.ts';
import { revisionField } from '../../services/register/register-schema.ts';
import { MetricForm } from './metric-form.tsx';
import { PackList } from './pack-list.tsx';
import { SubgroupForms } from './subgroup-forms.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const pageParams = z.object({
  systemId: z.uuid(),
  deploymentId: z.uuid(),
  metricId: z.union([z.literal('new'), z.uuid()]),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'monitoring.manage');
  const { metricId, ...ids } = parseParams(params, pageParams);
  const page = await respond(async () => {
    const found = await getPlan(member, ids);
    const metric = found.draft?.metrics.find(({ id }) => id === metricId);
    if (!found.draft || (!metric && metricId !== 'new')) throw new ServiceError('not-found');
    const { frame, deployment, draft, margins, origins, isRetired } = found;
    return {
      ...{ frame, deployment, isRetired, margins, origins },
      revision: draft.revision,
      metric: metric ?? null,
    };
  });
  const i18n = await translate(request);
  return { pageTitle: i18n.t('monitoring:plan.addMetric'), ...page };
}

const intentSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), ...revisionField }),
  z.object({ intent: z.literal('group'), ...revisionField }),
  z.object({ intent: z.literal('remove-group'), subgroupId: z.uuid(), ...revisionField }),
]);

/** What the form of this intent has to hold besides. */
function schemaOf(form: FormData) {
  const intent = form.get('intent');
  if (intent === 'save') return z.intersection(intentSchema, metricSchema);
  if (intent === 'group') return z.intersection(intentSchema, subgroupSchema);
  return intentSchema;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'monitoring.manage');
  const { metricId, ...ids } = parseParams(params, pageParams);
  const form = await readForm(request);
  const submission = parseWithZod(form, { schema: schemaOf(form) });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { value } = submission;
  const plan = `/models/${ids.systemId}/deployments/${ids.deploymentId}/monitoring/plan`;
  const own = { ...ids, revision: value.revision };
  const known = metricId === 'new' ? null : metricId;
  async function work(): Promise<string> {
    if ('cohortWords' in value) {
      const values = metricOf(value);
      await editPlan(member, { ...own, change: { kind: 'save-metric', metricId: known, values } });
      return `${plan}?done=saved`;
    }
    if ('margin' in value) {
      const { dimension, reference, margin, marginReportId, marginReason } = value;
      const values = { dimension, reference, margin, marginReportId, marginReason };
      const change = { kind: 'add-subgroup', metricId: known ?? '', values } as const;
      await editPlan(member, { ...own, change });
    } else if (value.intent === 'remove-group') {
      const change = { kind: 'remove-subgroup', subgroupId: value.subgroupId } as const;
      await editPlan(member, { ...own, change });
    }
    return `${plan}/metrics/${metricId}?done=saved`;
  }
  return submitForm(submission, work, (to) => to, {
    'metric-planned': 'metric',
    'dimension-planned': 'dimension',
    'audit-margin-gone': 'marginReportId',
  });
}

export default function PlanMetricPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('monitoring');
  const { metric, revision, margins, origins } = page;
  return (
    <>
      <MonitoringHeader place={page} title={t('plan.addMetric')} isBelow />
      <DoneNotice words={{ saved: t('plan.saved') }} />
      <RefusalSummary refusal={reply?.refusal} />
      {page.isRetired ? null : (
        <>
          <MetricForm
            metric={metric}
            category={page.frame.category}
            revision={revision}
            reply={reply}
          />
          {metric === null ? (
            <PackList category={page.frame.category} />
          ) : (
            <SubgroupForms {...{ metric, revision, margins, origins, reply }} />
          )}
        </>
      )}
    </>
  );
}
