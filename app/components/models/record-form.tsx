import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '../../http/to-response.server.ts';
import { Button } from '../button.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { errorLinks } from '../form-fields.ts';
import { RevisionField } from '../revision-field.tsx';
import { TokenField } from '../token-field.tsx';
import { useSay } from '../use-say.ts';
import { fieldsWithin, RecordField, type FormField } from './record-field.tsx';

interface RecordFormProps {
  id: string;
  fields: readonly FormField[];
  values?: Readonly<Record<string, unknown>> | undefined;
  /** Which state of the thing the form was made from. */
  revision?: number | undefined;
  result: SubmissionResult | null;
  refusal?: ErrorBody | undefined;
  submit: string;
  tone?: 'primary' | 'danger' | undefined;
  /** Sent along as it is: what the form is about, where a page has several. */
  hidden?: Readonly<Record<string, string>> | undefined;
  encType?: 'multipart/form-data' | undefined;
}

/**
 * A form of the register, drawn from a list of its fields; what is wrong is said above and at the field.
 * Once it was taken it begins anew: what was refused before would be sent with the next step.
 */
export function RecordForm(props: RecordFormProps) {
  const isRefused = props.result !== null;
  return <FreshForm key={`${props.revision ?? ''} ${String(isRefused)}`} {...props} />;
}

function FreshForm(props: RecordFormProps) {
  const { id, fields: listed, values = {}, revision, result, refusal, submit, hidden = {} } = props;
  const { t } = useTranslation('common');
  const say = useSay();
  const isRefused = result !== null;
  const [answered, setAnswered] = useState({ result, times: 0 });
  if (answered.result !== result) setAnswered({ result, times: answered.times + 1 });
  const [form, fields] = useForm<Record<string, string>>({
    id,
    lastResult: result,
    // Texts in several languages and lists of choices are values too; conform knows them by their names.
    defaultValue: values as Record<string, string>,
  });
  const shown = listed.flatMap((field) => {
    const state = fields[field.name];
    return state ? [{ field, state }] : [];
  });
  return (
    <>
      <ErrorSummary
        title={t('errorSummary')}
        errors={errorLinks(
          shown.flatMap(({ field, state }) => fieldsWithin(field, state, isRefused)),
          say,
        )}
      />
      <Form
        method="post"
        id={form.id}
        noValidate
        encType={props.encType ?? 'application/x-www-form-urlencoded'}
      >
        <TokenField />
        {/* The Enter key presses the first button there is: it must not be one that adds a row. */}
        {listed.some(({ as }) => as === 'rows') ? <button type="submit" hidden /> : null}
        {revision === undefined ? null : <RevisionField revision={revision} refusal={refusal} />}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        {shown.map(({ field, state }) => (
          <RecordField
            // Where a script kept the file of the time before it would stand beside "choose it again".
            key={field.as === 'file' ? `${field.name} ${answered.times}` : field.name}
            field={field}
            state={state}
            say={say}
            isRefused={isRefused}
            addRow={(name) => form.insert.getButtonProps({ name })}
          />
        ))}
        <Button tone={props.tone}>{submit}</Button>
      </Form>
    </>
  );
}
