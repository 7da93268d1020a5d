import type { ReactNode } from 'react';

import { describeControl } from './describe-control.ts';
import { FieldError } from './field-error.tsx';

interface ChoiceSetProps {
  id: string;
  legend: string;
  hint: string | undefined;
  error: string | undefined;
  /** The legend is the heading of the page. */
  asHeading?: boolean | undefined;
  children: ReactNode;
}

/** The frame of radio rows and checkboxes. Errors link to the first choice, which carries `id`. */
export function ChoiceSet({ id, legend, hint, error, asHeading, children }: ChoiceSetProps) {
  const description = describeControl(id, { hint, error });
  return (
    <fieldset
      className={error === undefined ? 'choices' : 'choices field-wrong'}
      aria-describedby={description['aria-describedby']}
    >
      <legend>{asHeading === true ? <h1>{legend}</h1> : legend}</legend>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      <div className="choice-rows">{children}</div>
    </fieldset>
  );
}

/** The first choice carries the bare id, so that an error summary can link to the question. */
export function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}
