import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RecordForm } from '../../components/models/record-form.tsx';
import { useDatasetFields } from '../../components/models/use-dataset-fields.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { datasetFields, withDemographics } from '../../services/register/dataset-schema.ts';
import { saveDataset } from '../../services/register/save-dataset.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object(datasetFields);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMemberWho(request, 'datasets.manage');
  const i18n = await translate(request);
  return { title: i18n.t('models:dataset.add') };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'datasets.manage');
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const values = withDemographics(submission.value);
  return submitForm(
    submission,
    () => saveDataset(member, { datasetId: null, revision: 0, values }),
    ({ datasetId }) => `/models/datasets/${datasetId}?done=saved`,
  );
}

export default function NewDatasetPage() {
  const { title } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const reply = useActionData<typeof action>();
  const fields = useDatasetFields();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: t('dataset.title'), href: '/models/datasets' }]}
        breadcrumbsLabel={t('breadcrumbs')}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <RecordForm id="dataset" fields={fields} result={reply?.result ?? null} submit={t('save')} />
    </>
  );
}
