import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button, LinkButton } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { IntakeHeader } from '../../components/intake/intake-header.tsx';
import { Noticed } from '../../components/intake/noticed.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { intakePageTitle } from '../../i18n/intake-title.server.ts';
import { confirmUpload, discardUpload } from '../../services/intake/confirm-upload.server.ts';
import { getUpload, type DryRun } from '../../services/intake/get-upload.server.ts';
import { deploymentParams } from '../../services/register/register-schema.ts';
import { ChangeTable } from './change-table.tsx';
import { FaultTable } from './fault-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const paramsSchema = deploymentParams.extend({ uploadId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const page = await respond(() => getUpload(member, parseParams(params, paramsSchema)));
  return { pageTitle: await intakePageTitle(request, 'dryRun', page.frame.name), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const ids = parseParams(params, paramsSchema);
  const form = await readForm(request);
  const own = `/models/${ids.systemId}/deployments/${ids.deploymentId}`;
  if (form.get('intent') === 'discard') {
    return submit(() => discardUpload(member, ids), `${own}/upload`);
  }
  return submit(
    () => confirmUpload(member, ids),
    ({ batchId }) => `${own}/batches/${batchId}?done=stored`,
  );
}

function WouldStore({ run }: { run: Extract<DryRun, { ok: true }> }) {
  const { t } = useTranslation('intake');
  const { number, listOf } = useLocal();
  return (
    <>
      {run.quarantine === null ? null : (
        <Notice tone="alert">{t(`dryRun.waits.${run.quarantine}`)}</Notice>
      )}
      <Noticed offCadence={run.offCadence} unwatched={run.unwatched} unseen={run.unseen} />
      <Facts
        items={[
          { term: t('dryRun.rows'), value: number(run.rows) },
          // What it would become among those that are stored is not known before it is released.
          ...(run.quarantine === null
            ? [
                { term: t('batches.accepted'), value: number(run.accepted - run.superseded) },
                { term: t('batches.superseded'), value: number(run.superseded) },
                { term: t('batches.unchanged'), value: number(run.unchanged) },
              ]
            : []),
        ]}
      />
      {run.changes.length === 0 ? null : <ChangeTable run={run} />}
      {run.warnings.length === 0 ? null : (
        <p>{t('dryRun.skipped', { names: listOf(run.warnings) })}</p>
      )}
      {run.resets.length === 0 ? null : (
        <Notice tone="concern">{t('warnings.reset', { names: listOf(run.resets) })}</Notice>
      )}
    </>
  );
}

export default function DryRunPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('intake');
  const reply = useActionData<typeof action>();
  const { run, upload, frame, deployment } = page;
  const again = `/models/${frame.id}/deployments/${deployment.id}/upload`;
  return (
    <>
      <IntakeHeader
        {...page}
        current="upload"
        title={t('dryRun.title')}
        subtitle={t('dryRun.subtitle', { file: upload.fileName, version: upload.version })}
        under={{ label: t('upload.title'), href: again }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <p>{t('dryRun.nothingYet')}</p>
      {run.ok ? <WouldStore run={run} /> : null}
      {run.ok ? null : <Notice tone="alert">{t(`dryRun.refused.${run.reason}`)}</Notice>}
      {!run.ok && 'said' in run && run.said ? (
        <p>
          {t('dryRun.said')} <code dir="ltr">{run.said}</code>
        </p>
      ) : null}
      {!run.ok && run.reason === 'rows-refused' ? (
        <FaultTable faults={run.faults} rows={run.rows} />
      ) : null}
      <Form method="post" className="button-row">
        <TokenField />
        {run.ok ? (
          <Button name="intent" value="store">
            {t('dryRun.store')}
          </Button>
        ) : (
          <LinkButton to={again}>{t('dryRun.again')}</LinkButton>
        )}
        <Button tone="secondary" name="intent" value="discard">
          {t('dryRun.discard')}
        </Button>
      </Form>
    </>
  );
}
