import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DoneNotice } from '../../components/done-notice.tsx';
import { GroupTable } from '../../components/monitoring/group-table.tsx';
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
import { auditParams, runAuditSchema } from '../../services/fairness/audit-schema.ts';
import { carryOutAudit } from '../../services/fairness/carry-out-audit.server.ts';
import { getAudit } from '../../services/fairness/get-audits.server.ts';
import { AuditAnswer } from './audit-answer.tsx';
import { AuditQuestion } from './audit-question.tsx';
import { RunForm } from './run-form.tsx';

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
  const submission = parseWithZod(await readForm(request), { schema: runAuditSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { systemId, deploymentId, auditId } = ids;
  return submitForm(
    submission,
    () => carryOutAudit(member, { ...ids, ...submission.value }),
    `/models/${systemId}/deployments/${deploymentId}/monitoring/audits/${auditId}?done=kept`,
    { 'audit-next-past': 'nextDueOn' },
  );
}

export default function AuditPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['fairness', 'monitoring']);
  const { number, date } = useLocal();
  const words = useMetricWords();
  const { audit, run, state, verdicts, successor, mayManage } = page;
  const isOpen = run === null && state !== 'superseded';
  return (
    <>
      <MonitoringHeader
        place={page}
        title={t('fairness:one', { number: number(audit.number) })}
        subtitle={words.name(audit)}
        isBelow
      />
      <DoneNotice
        words={{
          planned: t('fairness:planned'),
          kept: t('fairness:kept'),
          done: t('fairness:done'),
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      {successor === null ? null : (
        <Notice tone="information">
          {t('fairness:supersededBy', { number: number(successor.number) })}
        </Notice>
      )}
      {state === 'overdue' ? (
        <Notice tone="alert">{t('fairness:isOverdue', { day: date(audit.dueOn) })}</Notice>
      ) : null}
      <AuditQuestion page={page} />
      {run === null && !isOpen ? null : (
        <section className="stack" aria-labelledby="verdicts">
          <h2 id="verdicts">{t('fairness:verdicts')}</h2>
          <p className="muted">
            {run === null
              ? t('fairness:verdictsNow')
              : t('fairness:verdictsThen', { day: date(run.ranOn) })}
          </p>
          {verdicts.map(({ dimension, rows }, place) => {
            const { reference = '', margin = 0 } = audit.groups[place] ?? {};
            const name = words.group(dimension);
            const against =
              reference === '' ? t('monitoring:group.everybodyElse') : `${name}: ${reference}`;
            const group = { dimension, name, against, margin, rows, waiting: '' };
            return <GroupTable key={dimension} group={group} />;
          })}
          <p>{t('fairness:cannotAll')}</p>
        </section>
      )}
      {run === null ? null : <AuditAnswer page={page} run={run} />}
      {isOpen && mayManage ? <RunForm look={page.look} reply={reply} /> : null}
    </>
  );
}
