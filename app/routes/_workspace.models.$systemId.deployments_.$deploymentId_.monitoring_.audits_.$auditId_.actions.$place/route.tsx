import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { Definitions } from '../../components/definitions.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import {
  MonitoringHeader,
  monitoringHome,
} from '../../components/monitoring/monitoring-header.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { actionParams, finishedActionSchema } from '../../services/fairness/action-schema.ts';
import {
  finishAction,
  finishedActionRefusals,
  getAction,
} from '../../services/fairness/finish-action.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'monitoring.manage');
  const { place, ...ids } = parseParams(params, actionParams);
  const page = await respond(() => getAction(member, { ...ids, position: place - 1 }));
  const i18n = await translate(request);
  const audit = i18n.t('fairness:one', { number: page.audit.number });
  const pageTitle = i18n.t('models:pageTitle', {
    ...{ page: i18n.t('fairness:finishAction'), system: audit },
  });
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'monitoring.manage');
  const { place, ...ids } = parseParams(params, actionParams);
  const submission = parseWithZod(await readForm(request), { schema: finishedActionSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { systemId, deploymentId, auditId } = ids;
  return submitForm(
    submission,
    () => finishAction(member, { ...ids, position: place - 1, ...submission.value }),
    `/models/${systemId}/deployments/${deploymentId}/monitoring/audits/${auditId}?done=done`,
    finishedActionRefusals,
  );
}

export default function FinishActionPage() {
  const page = useLoaderData<typeof loader>();
  const { audit, action: agreed, successor, done, day } = page;
  const { t } = useTranslation('fairness');
  const { number, date } = useLocal();
  const reply = useActionData<typeof action>();
  return (
    <>
      <MonitoringHeader
        place={page}
        title={t('finishAction')}
        subtitle={t('one', { number: number(audit.number) })}
        isBelow
        action={
          <LinkButton to={`${monitoringHome(page)}/audits/${audit.id}`}>
            {t('one', { number: number(audit.number) })}
          </LinkButton>
        }
      />
      <RefusalSummary refusal={reply?.refusal} />
      {successor === null ? null : (
        <Notice>{t('supersededBy', { number: number(successor.number) })}</Notice>
      )}
      <section className="card stack">
        <Definitions
          items={[
            { term: t('actions'), value: <span dir="auto">{agreed.action}</span> },
            { term: t('due'), value: date(agreed.dueOn) },
          ]}
        />
        {done === null && successor === null ? (
          <RecordForm
            id="finish"
            values={{ doneOn: day }}
            result={reply?.result ?? null}
            refusal={reply?.refusal}
            submit={t('finishAction')}
            fields={[
              { as: 'date', name: 'doneOn', label: t('doneOn') },
              { as: 'line', name: 'doneBy', label: t('doneBy'), hint: t('doneByHint') },
              { as: 'text', name: 'evidence', label: t('doneEvidence') },
            ]}
          />
        ) : null}
        {done === null ? null : (
          <p>{t('actionDoneBy', { name: done.doneBy, day: date(done.doneOn) })}</p>
        )}
      </section>
    </>
  );
}
