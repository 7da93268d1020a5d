import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { CheckboxGroup } from '../../components/checkbox-group.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { AnswersHeader } from '../../components/results/answers-header.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { exportProblems } from '../../services/exports/export-problems.ts';
import { getExportPage } from '../../services/exports/get-export-page.server.ts';
import { getReader } from '../../services/results/reader.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const problemSchema = z.enum(exportProblems).nullable().catch(null);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { studyId } = parseParams(params, studyParams);
  const reader = await getReader(request);
  const page = await respond(() => getExportPage(member, reader, studyId));
  const words = { page: reader.t('export.title'), study: page.study.title };
  return { title: reader.t('pageTitle', words), ...page };
}

export default function ExportPage() {
  const { surroundings, study, minimum, languages } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['results', 'common']);
  const problem = problemSchema.parse(useSearchParams()[0].get('problem'));
  const message = problem && t(`results:export.problem.${problem}`, { minimum });
  const errors = message === null ? [] : [{ href: '#reason', text: message }];
  return (
    <>
      <AnswersHeader {...surroundings} />
      <div>
        <h2>{t('results:export.title')}</h2>
        <p className="page-header-subtitle">{t('results:export.what')}</p>
      </div>
      <ErrorSummary title={t('common:errorSummary')} errors={errors} />
      {/* The answer to this form is a file, which only the browser itself can keep. */}
      <Form method="post" action={`/studies/${study.id}/export/file`} reloadDocument noValidate>
        <TokenField />
        <p>{t('results:export.coarsened', { minimum })}</p>
        <TextareaField
          id="reason"
          name="reason"
          label={t('results:export.reason')}
          hint={t('results:export.reasonHint')}
          error={message ?? undefined}
          required
          minLength={10}
          maxLength={500}
          rows={3}
        />
        <CheckboxGroup
          id="bom"
          name="bom"
          legend={t('results:export.bom')}
          options={[{ value: 'yes', label: t('results:export.bomLabel') }]}
          values={['yes']}
        />
        <SelectField
          id="language"
          name="language"
          label={t('results:export.codebookLanguage')}
          hint={t('results:export.codebookWhat')}
          options={languages}
        />
        <div className="actions">
          <Button name="file" value="responses">
            {t('results:export.download')}
          </Button>
          <Button tone="secondary" name="file" value="codebook">
            {t('results:export.codebook')}
          </Button>
        </div>
        <p className="muted">{t('results:export.audited')}</p>
      </Form>
    </>
  );
}
