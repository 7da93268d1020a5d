import type { FieldMetadata } from '@conform-to/react';
import type { ComponentPropsWithoutRef } from 'react';
import { Button } from '../button.tsx';
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
  | {
      as: 'rows';
      /** Of each row, by its number. */
      legend: (row: number) => string;
      add: string;
      fields: readonly FormField[];
    }
);

const textOf = (value: unknown, between = '\n') =>
  Array.isArray(value) ? value.join(between) : typeof value === 'string' ? value : undefined;

const listOf = (value: unknown) =>
  Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [textOf(value) ?? ''];

/** Rows of a list: the fields of each, in order. */
function rowsOf(state: FieldMetadata<string>) {
  const list = state as unknown as FieldMetadata<Record<string, string>[]>;
  return list.getFieldList().map((row) => ({ key: row.key, fields: row.getFieldset() }));
}

/** What is wrong with a field. No browser keeps a file that was chosen: once anything is refused it is asked for again. */
function errorsOf({ as }: FormField, { errors }: FieldMetadata<string>, isRefused: boolean) {
  return errors ?? (as === 'file' && isRefused ? ['file-again'] : undefined);
}

/** A field, or every field of its rows. */
export function fieldsWithin(field: FormField, state: FieldMetadata<string>, isRefused: boolean) {
  const own = { id: state.id, name: state.name, errors: errorsOf(field, state, isRefused) };
  if (field.as !== 'rows') return [own];
  const rows = rowsOf(state).flatMap(({ fields }) =>
    field.fields.flatMap(({ name }) => fields[name] ?? []),
  );
  return [own, ...rows.map(({ id, name, errors }) => ({ id, name, errors }))];
}

interface RecordFieldProps {
  field: FormField;
  state: FieldMetadata<string>;
  say: (code: string) => string;
  /** Whether the form came back with something wrong. */
  isRefused: boolean;
  /** What a button needs to ask for one more row of a list. */
  addRow: (name: string) => ComponentPropsWithoutRef<'button'>;
}

/** A list of rows with a button for one more, which the server answers where no script runs. */
function RowsField(props: RecordFieldProps & { field: { as: 'rows' } }) {
  const { field, state, addRow } = props;
  return (
    <div className="stack" id={state.id}>
      {rowsOf(state).map(({ key, fields }, row) => (
        <fieldset key={key} className="row-set">
          <legend>{field.legend(row + 1)}</legend>
          {field.fields.flatMap((each) => {
            const own = fields[each.name];
            if (!own) return [];
            return [<RecordField {...props} key={each.name} field={each} state={own} />];
          })}
        </fieldset>
      ))}
      {field.hint === undefined ? null : <p className="muted">{field.hint}</p>}
      <div>
        <Button {...addRow(state.name)} type="submit" tone="secondary">
          {field.add}
        </Button>
      </div>
    </div>
  );
}

export function RecordField(props: RecordFieldProps) {
  const { field, state, say } = props;
  const tongues = useTongues();
  const { label, hint } = field;
  const wrong = errorsOf(field, state, props.isRefused)?.[0];
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
    case 'rows':
      return <RowsField {...props} field={field} />;
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
