import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DoneNotice } from '../../components/done-notice.tsx';
import { MonitoringHeader } from '../../components/monitoring/monitoring-header.tsx';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { auditParams, auditStepSchema } from '../../services/fairness/audit-schema.ts';
import { carryOutAudit } from '../../services/fairness/carry-out-audit.server.ts';
import { getAudit } from '../../services/fairness/get-audits.server.ts';
import { openVerdicts, withdrawAudit } from '../../services/fairness/step-audit.server.ts';
import { AuditAnswer } from './audit-answer.tsx';
import { AuditQuestion } from './audit-question.tsx';
import { AuditVerdicts } from './audit-verdicts.tsx';
import { OpenForm, RunForm, WithdrawForm } from './step-forms.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getAudit(member, parseParams(params, auditParams)));
  const i18n = await translate(request);
  return { pageTitle: i18n.t('fairness:one', { number: page.audit.number }), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'monitoring.manage');
  const ids = parseParams(params, auditParams);
  const submission = parseWithZod(await readForm(request), { schema: auditStepSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { value } = submission;
  const { systemId, deploymentId, auditId } = ids;
  const home = `/models/${systemId}/deployments/${deploymentId}/monitoring/audits/${auditId}`;
  async function work(): Promise<string> {
    switch (value.intent) {
      case 'open':
        await openVerdicts(member, ids);
        return `${home}?done=opened`;
      case 'carry-out':
        await carryOutAudit(member, { ...ids, ...value });
        return `${home}?done=kept`;
      case 'withdraw':
        await withdrawAudit(member, { ...ids, reason: value.reason });
        return `${home}?done=withdrawn`;
    }
  }
  return submitForm(submission, work, (to) => to, { 'audit-next-past': 'nextDueOn' });
}

export default function AuditPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('fairness');
  const { number, date } = useLocal();
  const words = useMetricWords();
  const { audit, run, opened, withdrawn, state, seen, successor, mayManage } = page;
  const isOpen = state === 'planned' || state === 'overdue';
  return (
    <>
      <MonitoringHeader
        place={page}
        title={t('one', { number: number(audit.number) })}
        subtitle={words.name(audit)}
        isBelow
      />
      <DoneNotice
        words={{
          ...{ planned: t('planned'), opened: t('opened') },
          ...{ kept: t('kept'), withdrawn: t('withdrawn'), done: t('done') },
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      {successor === null ? null : (
        <Notice tone="information">
          {t('supersededBy', { number: number(successor.number) })}
        </Notice>
      )}
      {withdrawn === null ? null : (
        <Notice tone="information">
          <p>
            {t('withdrawnBy', { name: page.withdrawnBy ?? '–', day: date(withdrawn.at) })}{' '}
            {opened === null ? t('withdrawnUnseen') : t('withdrawnSeen')}
          </p>
          <p className="as-written" dir="auto">
            {withdrawn.reason}
          </p>
        </Notice>
      )}
      {state === 'overdue' ? (
        <Notice tone="alert">{t('isOverdue', { day: date(audit.dueOn) })}</Notice>
      ) : null}
      <AuditQuestion page={page} />
      {isOpen && opened === null ? <p>{t('notYet')}</p> : null}
      <AuditVerdicts page={page} />
      {run === null ? null : <AuditAnswer page={page} run={run} />}
      {isOpen && mayManage ? (
        <>
          {seen === null ? (
            <OpenForm reply={reply} opensOn={page.opensOn} />
          ) : (
            <RunForm seen={seen} reply={reply} />
          )}
          <WithdrawForm reply={reply} />
        </>
      ) : null}
    </>
  );
}
