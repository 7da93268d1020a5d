import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import {
  designFieldList,
  StudyDesignFields,
  type DesignValues,
} from '../../components/study-design-fields.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getDesignChoices } from '../../services/studies/get-design.server.ts';
import { defaultMinimumCellSize } from '../../services/studies/response-modes.ts';

type Choices = Awaited<ReturnType<typeof getDesignChoices>>;

interface NewStudyFormProps {
  version: Choices['versions'][number];
  sites: Choices['sites'];
  panels: Choices['panels'];
  result: SubmissionResult | null;
}

export function NewStudyForm({ version, sites, panels, result }: NewStudyFormProps) {
  const { t } = useTranslation(['studies', 'errors', 'common']);
  const { text } = useLocal();
  const [form, fields] = useForm<DesignValues & { waves: string }>({
    id: 'study',
    lastResult: result,
    defaultValue: {
      instrumentVersionId: version.id,
      siteIds: sites.length === 1 ? sites.map(({ id }) => id) : [],
      responseMode: 'anonymous',
      minimumCellSize: String(defaultMinimumCellSize),
      waves: t('studies:new.firstWave'),
    },
  });
  const say = (code: string) => t(`errors:${code as 'conflict'}`);
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks([...designFieldList(fields), fields.waves], say)}
      />
      <p>
        {t('studies:new.asks', { title: text(version.title), number: version.number })}{' '}
        <Link to="/studies/new">{t('studies:new.another')}</Link>
      </p>
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <StudyDesignFields
          fields={fields}
          languages={version.languages}
          sites={sites}
          panels={version.hasWords ? panels : null}
          say={say}
        />
        <TextareaField
          {...fieldProps(fields.waves, say)}
          label={t('studies:new.waves')}
          hint={t('studies:new.wavesHint')}
          rows={3}
        />
        <Button>{t('studies:new.submit')}</Button>
      </Form>
    </>
  );
}
