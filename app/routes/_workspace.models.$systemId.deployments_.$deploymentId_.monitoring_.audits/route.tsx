import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
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
import { monitoringPageTitle } from '../../i18n/monitoring-title.server.ts';
import { planAuditSchema, readableAudit } from '../../services/fairness/audit-schema.ts';
import { getAudits } from '../../services/fairness/get-audits.server.ts';
import { planAudit, refusedOfAudit } from '../../services/fairness/plan-audit.server.ts';
import { deploymentParams } from '../../services/register/register-schema.ts';
import { AuditList } from './audit-list.tsx';
import { PlanAuditForm } from './plan-audit-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getAudits(member, parseParams(params, deploymentParams)));
  const pageTitle = await monitoringPageTitle(request, 'audits', page.frame.name);
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'monitoring.manage');
  const ids = parseParams(params, deploymentParams);
  const submission = parseWithZod(await readForm(request), { schema: planAuditSchema });
  if (submission.status !== 'success') {
    const form = readableAudit(submission.payload);
    return replyInvalid(submission, await respond(() => refusedOfAudit(member, { ...ids, form })));
  }
  const home = `/models/${ids.systemId}/deployments/${ids.deploymentId}/monitoring/audits`;
  return submitForm(
    submission,
    () => planAudit(member, { ...ids, ...submission.value }),
    ({ auditId }) => `${home}/${auditId}?done=planned`,
  );
}

export default function AuditsPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('fairness');
  const { audits, metrics, mayPlan } = page;
  const canPlan = mayPlan && metrics.length > 0;
  return (
    <>
      <MonitoringHeader place={page} title={t('title')} isBelow />
      <RefusalSummary refusal={reply?.refusal} />
      <p>{t('text')}</p>
      {audits.length === 0 ? (
        <EmptyState title={t('none')} text={metrics.length > 0 ? t('noneText') : t('noGroups')} />
      ) : (
        <AuditList audits={audits} home={`${monitoringHome(page)}/audits`} />
      )}
      {audits.length > 0 && mayPlan && !canPlan ? <p className="muted">{t('noGroups')}</p> : null}
      {canPlan ? <PlanAuditForm page={page} reply={reply} /> : null}
    </>
  );
}
