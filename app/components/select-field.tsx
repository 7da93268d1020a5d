import type { ComponentPropsWithoutRef } from 'react';

import { Field } from './field.tsx';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean | undefined;
}

type SelectFieldProps = Omit<
  ComponentPropsWithoutRef<'select'>,
  'className' | 'style' | 'children'
> & {
  id: string;
  name: string;
  label: string;
  options: readonly SelectOption[];
  hint?: string | undefined;
  error?: string | undefined;
  optionalLabel?: string | undefined;
};

export function SelectField(props: SelectFieldProps) {
  const { label, options, hint, error, optionalLabel, ...control } = props;
  return (
    <Field id={control.id} label={label} hint={hint} error={error} optionalLabel={optionalLabel}>
      {(description) => (
        <select {...control} {...description} className="control">
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
