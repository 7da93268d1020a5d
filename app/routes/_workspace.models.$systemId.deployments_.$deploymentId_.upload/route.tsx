import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { IntakeHeader } from '../../components/intake/intake-header.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { intakePageTitle } from '../../i18n/intake-title.server.ts';
import { csvColumns } from '../../services/intake/csv-columns.ts';
import { uploadFormats, uploadSchema } from '../../services/intake/upload-schema.ts';
import { uploadRecords, uploadRefusals } from '../../services/intake/upload-records.server.ts';
import { getDeployment } from '../../services/register/get-deployment.server.ts';
import { deploymentParams } from '../../services/register/register-schema.ts';
import { MetricCodes } from './metric-codes.tsx';
import { OpenMetricsHelp } from './open-metrics-help.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const page = await respond(() => getDeployment(member, parseParams(params, deploymentParams)));
  const { frame, deployment, versions, may } = page;
  return {
    pageTitle: await intakePageTitle(request, 'upload', frame.name),
    // Numbers of the time before may still come in.
    ...{ frame, deployment, mayManage: may.manage, isRetired: false },
    versions: versions.map(({ version }) => version),
    columns: Object.keys(csvColumns),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const ids = parseParams(params, deploymentParams);
  const submission = parseWithZod(await readForm(request, 'file'), { schema: uploadSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { file, format, ...settings } = submission.value;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const input = { ...ids, format, fileName: file.name, bytes, settings };
  return submitForm(
    submission,
    () => uploadRecords(member, input),
    ({ uploadId }) => `/models/${ids.systemId}/deployments/${ids.deploymentId}/upload/${uploadId}`,
    uploadRefusals,
  );
}

export default function UploadPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('intake');
  const reply = useActionData<typeof action>();
  return (
    <>
      <IntakeHeader
        {...page}
        current="upload"
        title={t('upload.title')}
        subtitle={t('upload.text')}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <RecordForm
        id="upload"
        encType="multipart/form-data"
        values={{ format: 'csv', version: page.versions[0] }}
        result={reply?.result ?? null}
        submit={t('upload.submit')}
        fields={[
          {
            as: 'select',
            name: 'format',
            label: t('upload.format'),
            options: uploadFormats.map((value) => ({ value, label: t(`upload.formats.${value}`) })),
          },
          {
            as: 'file',
            name: 'file',
            label: t('upload.file'),
            hint: t('upload.fileHint'),
            accept: '.csv,.json,.txt,.prom,text/csv,application/json,text/plain',
          },
          {
            as: 'line',
            name: 'version',
            label: t('upload.version'),
            hint: t('upload.versionHint'),
            dir: 'ltr',
          },
          { as: 'date', name: 'start', label: t('upload.start'), hint: t('upload.startHint') },
          { as: 'date', name: 'end', label: t('upload.end'), hint: t('upload.endHint') },
          { as: 'number', name: 'n', label: t('upload.n'), hint: t('upload.nHint') },
          {
            as: 'line',
            name: 'comment',
            label: t('upload.comment'),
            hint: t('upload.commentHint'),
          },
        ]}
      />
      <p>
        {t('upload.columnsText')}{' '}
        <a href="/monitoring-example.csv" download>
          {t('upload.example')}
        </a>
      </p>
      <details>
        <summary>{t('upload.columns')}</summary>
        <p dir="ltr" className="as-written">
          <code>{page.columns.join(', ')}</code>
        </p>
      </details>
      <MetricCodes />
      <OpenMetricsHelp />
    </>
  );
}
