import type { ComponentPropsWithoutRef } from 'react';

import { Field } from './field.tsx';

type TextFieldProps = Omit<
  ComponentPropsWithoutRef<'input'>,
  'className' | 'style' | 'children'
> & {
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optionalLabel?: string | undefined;
};

export function TextField({ label, hint, error, optionalLabel, ...control }: TextFieldProps) {
  return (
    <Field id={control.id} label={label} hint={hint} error={error} optionalLabel={optionalLabel}>
      {(description) => <input type="text" {...control} {...description} className="control" />}
    </Field>
  );
}
