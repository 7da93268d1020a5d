import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { fieldProps } from '../../components/form-fields.ts';
import { LocalTextFields, type LocalValues } from '../../components/local-text-fields.tsx';
import { RevisionField } from '../../components/revision-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';
import type { JobFormProps } from './job-form-props.ts';

interface Props extends JobFormProps {
  languages: readonly Language[];
}

export function ReviewForm({ revision, result, refusal, languages }: Props) {
  const { t } = useTranslation('jobs');
  const say = useSay();
  const [form, fields] = useForm<{ name: string; text: LocalValues }>({ lastResult: result });
  return (
    <Form method="post" id={form.id} noValidate>
      <TokenField />
      <RevisionField revision={revision} refusal={refusal} />
      <input type="hidden" name="kind" value="review" />
      <TextField {...fieldProps(fields.name, say)} label={t('name')} maxLength={200} />
      <LocalTextFields
        field={fields.text}
        languages={languages}
        legend={t('text')}
        rows={6}
        say={say}
      />
      <Button>{t('add')}</Button>
    </Form>
  );
}
