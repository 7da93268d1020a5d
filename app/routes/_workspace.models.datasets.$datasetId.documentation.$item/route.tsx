import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { StatementForm } from '../../components/models/statement-form.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { documentationItems } from '../../services/register/documentation.ts';
import { getDataset } from '../../services/register/get-dataset.server.ts';
import { statementSchema } from '../../services/register/register-schema.ts';
import { documentationStates } from '../../services/register/register-words.ts';
import { stateDocumentation } from '../../services/register/state-documentation.server.ts';
import { recommendationRefusals } from '../../services/register/state-recommendation.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const paramsSchema = z.object({ datasetId: z.uuid(), item: z.enum(documentationItems) });
const schema = statementSchema(documentationStates);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'datasets.manage');
  const { datasetId, item } = parseParams(params, paramsSchema);
  const { dataset, documentation, day } = await respond(() => getDataset(member, { datasetId }));
  const found = documentation.flatMap(({ items }) => items).find((each) => each.item === item);
  if (!found) throw data({ code: 'not-found' }, { status: 404 });
  const i18n = await translate(request);
  const { id, name } = dataset;
  const title = i18n.t(`register:documentation.${item}`);
  return { title, dataset: { id, name }, statement: found.statement, day };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'datasets.manage');
  const ids = parseParams(params, paramsSchema);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => stateDocumentation(member, { ...ids, ...submission.value }),
    `/models/datasets/${ids.datasetId}?done=saved`,
    recommendationRefusals,
  );
}

export default function StateDocumentationPage() {
  const { title, dataset, statement, day } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['models', 'register']);
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('models:documentation.question')}
        breadcrumbs={[
          { label: t('models:dataset.title'), href: '/models/datasets' },
          { label: dataset.name, href: `/models/datasets/${dataset.id}` },
        ]}
        breadcrumbsLabel={t('models:breadcrumbs')}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <StatementForm
        id="documentation"
        states={documentationStates}
        label={(state) => t(`register:documentationState.${state}`)}
        statement={statement}
        day={day}
        reply={reply}
      />
    </>
  );
}
