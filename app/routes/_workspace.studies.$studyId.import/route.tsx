import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { AnswersHeader } from '../../components/results/answers-header.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getImportPage } from '../../services/imports/get-import-page.server.ts';
import { importProblems } from '../../services/imports/import-problems.ts';
import { uploadImport } from '../../services/imports/upload-import.server.ts';
import { getReader } from '../../services/results/reader.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { studyId } = parseParams(params, studyParams);
  const reader = await getReader(request);
  const page = await respond(() => getImportPage(member, reader, studyId));
  const words = { page: reader.t('import.title'), study: page.study.title };
  return { title: reader.t('pageTitle', words), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'responses.import');
  const { studyId } = parseParams(params, studyParams);
  const file = (await readForm(request, 'file')).get('file');
  if (!(file instanceof File) || file.size === 0) {
    return data({ problem: null, values: {} }, { status: 400 });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const uploaded = await attempt(importProblems, () =>
    uploadImport(member, { studyId, fileName: file.name, bytes }),
  );
  if (!uploaded.ok) {
    return data({ problem: uploaded.reason, values: uploaded.values }, { status: 400 });
  }
  return redirect(`/studies/${studyId}/import/${uploaded.result}`, 303);
}

export default function ImportPage() {
  const { surroundings, isClosed } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['results', 'common']);
  const answer = useActionData<typeof action>();
  const done = Number(useSearchParams()[0].get('done'));
  const error =
    answer &&
    (answer.problem === null
      ? t('results:import.fileRequired')
      : t(`results:import.problem.${answer.problem}`, answer.values));
  return (
    <>
      <AnswersHeader {...surroundings} />
      <div>
        <h2>{t('results:import.title')}</h2>
        <p className="page-header-subtitle">{t('results:import.what')}</p>
      </div>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={error ? [{ href: '#file', text: error }] : []}
      />
      {done > 0 ? (
        <Notice tone="good" live>
          {t('results:import.done', { count: done })}
        </Notice>
      ) : null}
      {isClosed ? (
        <Notice>{t('results:import.closed')}</Notice>
      ) : (
        <Form method="post" encType="multipart/form-data" noValidate>
          <TokenField />
          <Field
            id="file"
            label={t('results:import.file')}
            hint={t('results:import.fileHint')}
            error={error}
          >
            {(description) => (
              <input
                {...description}
                type="file"
                name="file"
                accept=".csv,.tsv,.txt,text/csv"
                className="control"
                required
              />
            )}
          </Field>
          <Button>{t('results:import.upload')}</Button>
        </Form>
      )}
    </>
  );
}
