import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Language, LocalText } from '#surveys/model/languages.ts';
import type { ErrorBody } from '../http/to-response.server.ts';
import { Button } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { errorLinks } from './form-fields.ts';
import { localErrorFields, LocalTextFields, type LocalValues } from './local-text-fields.tsx';
import { RevisionField } from './revision-field.tsx';
import { TokenField } from './token-field.tsx';
import { useSay } from './use-say.ts';

interface AskedFormProps {
  kind: 'prompt' | 'statement';
  asked: { text: LocalText; easyRead: LocalText } | undefined;
  languages: readonly Language[];
  /** Of the round. */
  revision: number;
  result: SubmissionResult | null;
  refusal: ErrorBody | undefined;
}

/** The words of a prompt or a statement, and a second, easier wording of the same thing. */
export function AskedForm(props: AskedFormProps) {
  const { kind, asked, languages, revision, result, refusal } = props;
  const { t } = useTranslation(['panels', 'common']);
  const say = useSay();
  const [form, fields] = useForm<{ text: LocalValues; easyRead: LocalValues }>({
    id: 'asked',
    lastResult: result,
    defaultValue: { text: asked?.text, easyRead: asked?.easyRead },
  });
  const listed = [
    ...localErrorFields(fields.text, languages),
    ...localErrorFields(fields.easyRead, languages),
  ];
  return (
    <>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks(listed, say)} />
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <RevisionField revision={revision} refusal={refusal} />
        <LocalTextFields
          field={fields.text}
          languages={languages}
          legend={t(`panels:${kind}.text`)}
          hint={t(`panels:${kind}.textHint`)}
          rows={3}
          say={say}
        />
        <LocalTextFields
          field={fields.easyRead}
          languages={languages}
          legend={t('panels:easyRead')}
          hint={t('panels:easyReadHint')}
          rows={3}
          say={say}
        />
        <Button name="intent" value="save">
          {t(`panels:${kind}.save`)}
        </Button>
      </Form>
    </>
  );
}
