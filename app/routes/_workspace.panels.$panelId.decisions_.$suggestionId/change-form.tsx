import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Language } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { LocalTextFields } from '../../components/outcomes/local-text-fields.tsx';
import { useSubjectName } from '../../components/outcomes/subject-name.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { NamedSubject } from '../../services/outcomes/list-subjects.server.ts';
import type { changeSchema } from './outcome-schema.ts';

interface ChangeFormProps {
  revision: number;
  languages: readonly Language[];
  today: string;
  subjects: readonly NamedSubject[];
  result: SubmissionResult | null;
}

export function ChangeForm({ revision, languages, today, subjects, result }: ChangeFormProps) {
  const { t } = useTranslation(['outcomes', 'errors', 'common']);
  const nameOf = useSubjectName();
  const [form, fields] = useForm<z.input<typeof changeSchema>>({
    id: 'change',
    lastResult: result,
    defaultValue: { changedOn: today },
  });
  const say = (code: string) => t(`errors:${code as 'change-words-missing'}`);
  const optionalLabel = t('outcomes:optional');
  const options = subjects.map((each) => ({
    value: 'id' in each.subject ? `${each.subject.kind}:${each.subject.id}` : each.subject.kind,
    label: nameOf(each),
  }));
  return (
    <section className="stack" aria-labelledby="change-title">
      <h2 id="change-title">{t('outcomes:record.title')}</h2>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks([fields.what, fields.about, fields.documentName, fields.changedOn], say)}
      />
      <Form method="post" id={form.id}>
        <TokenField />
        <input type="hidden" name="revision" value={revision} />
        <LocalTextFields
          field={fields.what}
          languages={languages}
          legend={t('outcomes:record.what')}
          hint={t('outcomes:record.whatHint')}
          say={say}
        />
        <SelectField
          {...fieldProps(fields.about, say)}
          label={t('outcomes:record.about')}
          hint={t('outcomes:record.aboutHint')}
          options={[
            { value: '', label: t('outcomes:record.choose') },
            ...options,
            { value: 'document', label: t('outcomes:record.document') },
          ]}
        />
        <TextField
          {...fieldProps(fields.documentName, say)}
          label={t('outcomes:record.documentName')}
          optionalLabel={optionalLabel}
          autoComplete="off"
        />
        <TextField
          {...fieldProps(fields.documentVersion, say)}
          label={t('outcomes:record.documentVersion')}
          optionalLabel={optionalLabel}
          autoComplete="off"
        />
        <TextField
          {...fieldProps(fields.changedOn, say)}
          type="date"
          label={t('outcomes:record.on')}
          max={today}
        />
        <Button name="intent" value="change">
          {t('outcomes:record.submit')}
        </Button>
      </Form>
    </section>
  );
}
