import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Language, LocalText } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks } from '../../components/form-fields.ts';
import { LocalTextFields } from '../../components/outcomes/local-text-fields.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';

interface EditFormProps {
  revision: number;
  text: LocalText;
  languages: readonly Language[];
  result: SubmissionResult | null;
}

/** The words of a suggestion, in every language of the panel. */
export function EditForm({ revision, text, languages, result }: EditFormProps) {
  const { t } = useTranslation(['outcomes', 'common']);
  const say = useSay();
  const [form, fields] = useForm<{ text: LocalText }>({
    id: 'edit',
    lastResult: result,
    defaultValue: { text },
  });
  return (
    <>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.text], say)} />
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <input type="hidden" name="revision" value={revision} readOnly />
        <LocalTextFields
          field={fields.text}
          languages={languages}
          legend={t('outcomes:new.words')}
          hint={t('outcomes:new.wordsHint')}
          say={say}
        />
        <Button name="intent" value="save">
          {t('outcomes:edit.save')}
        </Button>
      </Form>
    </>
  );
}
