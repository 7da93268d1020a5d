import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks } from '../../components/form-fields.ts';
import { LocalTextFields } from '../../components/outcomes/local-text-fields.tsx';
import { TokenField } from '../../components/token-field.tsx';

type Values = { title: Partial<Record<Language, string | undefined>> | undefined };

export function OutputForm(props: {
  languages: readonly Language[];
  result: SubmissionResult | null;
}) {
  const { t } = useTranslation(['outcomes', 'errors', 'common']);
  const [form, fields] = useForm<Values>({ id: 'output', lastResult: props.result });
  const say = (code: string) => t(`errors:${code as 'output-title-missing'}`);
  return (
    <section className="stack" aria-labelledby="add-output">
      <h2 id="add-output">{t('outcomes:output.addTitle')}</h2>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.title], say)} />
      <Form method="post" id={form.id}>
        <TokenField />
        <LocalTextFields
          field={fields.title}
          languages={props.languages}
          legend={t('outcomes:output.title')}
          say={say}
          rows={2}
        />
        <Button tone="secondary" name="intent" value="add">
          {t('outcomes:output.add')}
        </Button>
      </Form>
    </section>
  );
}
