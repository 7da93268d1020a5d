import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RecordForm } from '../../components/models/record-form.tsx';
import { useDatasetFields } from '../../components/models/use-dataset-fields.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import {
  datasetFields,
  datasetParams,
  reportedFields,
  withDemographics,
} from '../../services/register/dataset-schema.ts';
import { getDataset } from '../../services/register/get-dataset.server.ts';
import { revisionField } from '../../services/register/register-schema.ts';
import { saveDataset } from '../../services/register/save-dataset.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ ...datasetFields, ...revisionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'datasets.manage');
  const { dataset } = await respond(() => getDataset(member, parseParams(params, datasetParams)));
  const i18n = await translate(request);
  return { title: i18n.t('models:dataset.edit'), dataset };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'datasets.manage');
  const { datasetId } = parseParams(params, datasetParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { revision, ...given } = submission.value;
  const values = withDemographics(given);
  return submitForm(
    submission,
    () => saveDataset(member, { datasetId, revision, values }),
    `/models/datasets/${datasetId}?done=saved`,
  );
}

export default function EditDatasetPage() {
  const { title, dataset } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const reply = useActionData<typeof action>();
  const { demographics, access, people, revision } = dataset;
  const reported = Object.fromEntries(
    reportedFields.map(({ aspect, name }) => [name, demographics[aspect] ?? '']),
  );
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: t('dataset.title'), href: '/models/datasets' },
          { label: dataset.name, href: `/models/datasets/${dataset.id}` },
        ]}
        breadcrumbsLabel={t('breadcrumbs')}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <RecordForm
        id="dataset"
        fields={useDatasetFields()}
        values={{ ...dataset, access: access ?? '', people: people?.toString() ?? '', ...reported }}
        revision={revision}
        result={reply?.result ?? null}
        refusal={reply?.refusal}
        submit={t('save')}
      />
    </>
  );
}
