import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Facts } from '../../components/facts.tsx';
import { IntakeHeader } from '../../components/intake/intake-header.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { intakePageTitle } from '../../i18n/intake-title.server.ts';
import { getWithdrawal } from '../../services/intake/get-withdrawal.server.ts';
import { withdrawBatch } from '../../services/intake/withdraw-batch.server.ts';
import { deploymentParams, reasonField } from '../../services/register/register-schema.ts';
import { WithdrawalTable } from './withdrawal-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const paramsSchema = deploymentParams.extend({ batchId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const page = await respond(() => getWithdrawal(member, parseParams(params, paramsSchema)));
  return { pageTitle: await intakePageTitle(request, 'withdraw', page.frame.name), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const ids = parseParams(params, paramsSchema);
  const submission = parseWithZod(await readForm(request), { schema: z.object(reasonField) });
  if (submission.status !== 'success') return replyInvalid(submission);
  const own = `/models/${ids.systemId}/deployments/${ids.deploymentId}/batches/${ids.batchId}`;
  return submitForm(
    submission,
    () => withdrawBatch(member, { ...ids, ...submission.value }),
    `${own}?done=withdrawn`,
  );
}

export default function WithdrawBatchPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('intake');
  const { date, number } = useLocal();
  const reply = useActionData<typeof action>();
  const { batch, frame, deployment, withdrawn, restored, replacedBefore, changes } = page;
  const day = date(batch.receivedAt);
  return (
    <>
      <IntakeHeader
        {...page}
        current="batches"
        title={t('withdraw.title', { day })}
        subtitle={t('withdraw.text')}
        under={{
          label: t('batch.title', { day }),
          href: `/models/${frame.id}/deployments/${deployment.id}/batches/${batch.id}`,
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      {page.isOpen ? null : <Notice tone="alert">{t('withdraw.closed')}</Notice>}
      {page.isOpen ? (
        <>
          <Facts
            items={[
              { term: t('withdraw.ends'), value: number(withdrawn) },
              { term: t('withdraw.returns'), value: number(restored) },
              { term: t('withdraw.empties'), value: number(withdrawn - restored) },
            ]}
          />
          {replacedBefore === 0 ? null : (
            <Notice tone="concern">{t('withdraw.left', { n: number(replacedBefore) })}</Notice>
          )}
          {changes.length === 0 ? null : <WithdrawalTable changes={changes} total={withdrawn} />}
          <p>{t('withdraw.stays')}</p>
          <RecordForm
            id="withdraw"
            tone="danger"
            result={reply?.result ?? null}
            submit={t('withdraw.submit')}
            fields={[
              {
                as: 'text',
                name: 'reason',
                label: t('withdraw.reason'),
                hint: t('withdraw.reasonHint'),
              },
            ]}
          />
        </>
      ) : null}
    </>
  );
}
