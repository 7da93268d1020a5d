import type { ComponentPropsWithoutRef } from 'react';

import { Field } from './field.tsx';

type TextareaFieldProps = Omit<
  ComponentPropsWithoutRef<'textarea'>,
  'className' | 'style' | 'children'
> & {
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optionalLabel?: string | undefined;
};

export function TextareaField({
  label,
  hint,
  error,
  optionalLabel,
  ...control
}: TextareaFieldProps) {
  return (
    <Field id={control.id} label={label} hint={hint} error={error} optionalLabel={optionalLabel}>
      {(description) => <textarea rows={4} {...control} {...description} className="control" />}
    </Field>
  );
}
