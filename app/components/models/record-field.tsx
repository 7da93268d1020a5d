import type { FieldMetadata } from '@conform-to/react';
import { CheckboxGroup } from '../checkbox-group.tsx';
import { LocalTextFields, type LocalValues } from '../local-text-fields.tsx';
import { SelectField, type SelectOption } from '../select-field.tsx';
import { TextField } from '../text-field.tsx';
import { TextareaField } from '../textarea-field.tsx';
import { useTongues } from '../panel-fields.tsx';

export type FormField = {
  name: string;
  label: string;
  hint?: string | undefined;
} & (
  | { as: 'line'; dir?: 'ltr' | undefined }
  | { as: 'date' | 'number' }
  | { as: 'file'; accept: string }
  | { as: 'text'; rows?: number | undefined; dir?: 'ltr' | undefined }
  | { as: 'local'; rows?: number | undefined }
  | { as: 'select' | 'checkboxes'; options: readonly SelectOption[] }
);

const textOf = (value: unknown, between = '\n') =>
  Array.isArray(value) ? value.join(between) : typeof value === 'string' ? value : undefined;

const listOf = (value: unknown) =>
  Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [textOf(value) ?? ''];

interface RecordFieldProps {
  field: FormField;
  state: FieldMetadata<string>;
  say: (code: string) => string;
}

export function RecordField({ field, state, say }: RecordFieldProps) {
  const tongues = useTongues();
  const { label, hint } = field;
  const wrong = state.errors?.[0];
  const error = wrong === undefined ? undefined : say(wrong);
  const { id, name } = state;
  const initialValue: unknown = state.initialValue;
  const shared = { id, name, label, hint, error };
  const typed = { ...shared, defaultValue: textOf(initialValue) };
  switch (field.as) {
    case 'line':
      return (
        <TextField
          {...typed}
          defaultValue={textOf(initialValue, ', ')}
          autoComplete="off"
          dir={field.dir}
        />
      );
    case 'date':
      return <TextField {...typed} type="date" />;
    case 'number':
      return <TextField {...typed} inputMode="decimal" autoComplete="off" dir="ltr" />;
    case 'file':
      return <TextField {...shared} type="file" accept={field.accept} />;
    case 'text':
      return <TextareaField {...typed} rows={field.rows ?? 3} dir={field.dir} />;
    case 'select':
      return <SelectField {...typed} options={field.options} />;
    case 'checkboxes':
      return (
        <CheckboxGroup
          {...{ id, name, hint, error }}
          legend={label}
          options={field.options}
          values={listOf(initialValue)}
        />
      );
    case 'local':
      return (
        <LocalTextFields
          field={state as unknown as FieldMetadata<LocalValues>}
          languages={tongues}
          inView={1}
          legend={label}
          hint={hint}
          rows={field.rows}
          say={say}
        />
      );
  }
}
