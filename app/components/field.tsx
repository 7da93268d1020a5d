import type { ReactNode } from 'react';

import { describeControl } from './describe-control.ts';
import type { ControlDescription } from './describe-control.ts';
import { FieldError } from './field-error.tsx';

interface FieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The word said after the label of a field that may stay empty. */
  optionalLabel?: string | undefined;
  /** The control; spread the description on it so that label, hint and error belong to it. */
  children: (control: ControlDescription) => ReactNode;
}

export function Field({ id, label, hint, error, optionalLabel, children }: FieldProps) {
  return (
    <div className={error === undefined ? 'field' : 'field field-wrong'}>
      <label className="field-label" htmlFor={id}>
        {label}
        {optionalLabel !== undefined && <span className="field-optional"> {optionalLabel}</span>}
      </label>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {children(describeControl(id, { hint, error }))}
    </div>
  );
}
