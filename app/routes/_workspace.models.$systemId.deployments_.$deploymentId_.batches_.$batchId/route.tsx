import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { Facts } from '../../components/facts.tsx';
import { IntakeHeader } from '../../components/intake/intake-header.tsx';
import { Noticed } from '../../components/intake/noticed.tsx';
import { PageLinks } from '../../components/intake/page-links.tsx';
import { WarningList } from '../../components/intake/warning-list.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { intakePageTitle } from '../../i18n/intake-title.server.ts';
import { discardBatch } from '../../services/intake/discard-batch.server.ts';
import { getBatch } from '../../services/intake/get-batch.server.ts';
import { releaseBatch } from '../../services/intake/release-batch.server.ts';
import { deploymentParams, reasonField } from '../../services/register/register-schema.ts';
import { QuarantineForms } from './quarantine-forms.tsx';
import { RecordTable } from './record-table.tsx';
import { WithdrawnNotice } from './withdrawn-notice.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const paramsSchema = deploymentParams.extend({ batchId: z.uuid() });
const pageSchema = z.coerce.number().int().min(1).max(100_000).catch(1);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const number = pageSchema.parse(new URL(request.url).searchParams.get('page') ?? 1);
  const ids = parseParams(params, paramsSchema);
  const page = await respond(() => getBatch(member, { ...ids, page: number }));
  return { pageTitle: await intakePageTitle(request, 'batch', page.frame.name), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const ids = parseParams(params, paramsSchema);
  const form = await readForm(request);
  const own = `/models/${ids.systemId}/deployments/${ids.deploymentId}/batches/${ids.batchId}`;
  if (form.get('intent') === 'release') {
    return submit(() => releaseBatch(member, ids), `${own}?done=released`);
  }
  const submission = parseWithZod(form, { schema: z.object(reasonField) });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => discardBatch(member, { ...ids, ...submission.value }),
    `${own}?done=discarded`,
  );
}

export default function BatchPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('intake');
  const { date, number } = useLocal();
  const reply = useActionData<typeof action>();
  const { batch, quarantine, records, frame, deployment } = page;
  const own = `/models/${frame.id}/deployments/${deployment.id}/batches`;
  const tool = batch.tool === null ? '–' : [batch.tool.name, batch.tool.version].join(' ').trim();
  const isWaiting = batch.state === 'quarantined' && quarantine !== null;
  return (
    <>
      <IntakeHeader
        {...page}
        current="batches"
        title={t('batch.title', { day: date(batch.receivedAt) })}
        under={{ label: t('batches.title'), href: own }}
      />
      <DoneNotice
        words={{
          stored: t('batch.done.stored'),
          released: t('batch.done.released'),
          discarded: t('batch.done.discarded'),
          withdrawn: t('batch.done.withdrawn'),
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      {batch.withdrawal === null ? null : <WithdrawnNotice withdrawal={batch.withdrawal} />}
      {isWaiting ? (
        <Notice tone="alert">{t(`quarantine.reason.${quarantine.reason}`)}</Notice>
      ) : null}
      <Facts
        items={[
          { term: t('batches.state'), value: t(`batches.is.${batch.told}`) },
          { term: t('batches.version'), value: batch.modelVersion },
          { term: t('batches.source'), value: t(`batches.sources.${batch.source}`) },
          { term: t('batch.tool'), value: tool },
          { term: t('batches.sender'), value: batch.sender ?? '–' },
          { term: t('batches.accepted'), value: number(batch.accepted - batch.superseded) },
          { term: t('batches.superseded'), value: number(batch.superseded) },
          { term: t('batches.unchanged'), value: number(batch.unchanged) },
          { term: t('batch.fingerprint'), value: batch.fingerprint },
          ...(batch.comment === '' ? [] : [{ term: t('upload.comment'), value: batch.comment }]),
          ...(quarantine?.outcome == null || quarantine.decidedAt === null
            ? []
            : [
                {
                  term: t(`quarantine.outcome.${quarantine.outcome}`),
                  value: t('quarantine.decided', {
                    day: date(quarantine.decidedAt),
                    by: quarantine.by ?? '–',
                    reason: quarantine.outcomeReason ?? '',
                  }),
                },
              ]),
        ]}
      />
      <Noticed warnings={batch.warnings} />
      <WarningList warnings={batch.warnings} />
      {isWaiting && page.mayManage ? (
        <QuarantineForms
          system={`/models/${frame.id}`}
          result={reply && 'result' in reply ? reply.result : null}
        />
      ) : null}
      {records.length === 0 ? null : (
        <section className="card stack" aria-labelledby="records-caption">
          <RecordTable records={records} total={page.total} withdrawal={batch.withdrawal} />
        </section>
      )}
      <PageLinks page={page.page} pages={page.pages} />
      {batch.told === 'stored' && page.mayManage ? (
        <p>
          <LinkButton to={`${own}/${batch.id}/withdraw`} tone="secondary">
            {t('withdraw.begin')}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}
