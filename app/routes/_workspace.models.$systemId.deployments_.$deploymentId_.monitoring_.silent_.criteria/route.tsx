import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MonitoringHeader } from '../../components/monitoring/monitoring-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { exitPlanSchema } from '../../services/monitoring/exit-plan-schema.ts';
import { getExitPlanForm } from '../../services/monitoring/get-silent.server.ts';
import { writeExitPlan } from '../../services/monitoring/write-exit-plan.server.ts';
import { deploymentParams } from '../../services/register/register-schema.ts';
import { CriteriaForm } from './criteria-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'monitoring.manage');
  const page = await respond(() => getExitPlanForm(member, parseParams(params, deploymentParams)));
  const i18n = await translate(request);
  return { title: i18n.t('gates:silent.write'), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'monitoring.manage');
  const ids = parseParams(params, deploymentParams);
  const submission = parseWithZod(await readForm(request), { schema: exitPlanSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => writeExitPlan(member, { ...ids, ...submission.value }),
    `/models/${ids.systemId}/deployments/${ids.deploymentId}/monitoring/silent?done=saved`,
  );
}

export default function ExitCriteriaPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('gates');
  const reply = useActionData<typeof action>();
  return (
    <>
      <MonitoringHeader place={page} title={page.title} subtitle={t('silent.formText')} isBelow />
      <RefusalSummary refusal={reply?.refusal} />
      {page.isRetired ? null : (
        <CriteriaForm
          category={page.frame.category}
          plan={page.plan}
          planned={page.planned}
          reply={reply}
        />
      )}
    </>
  );
}
