import type { ErrorLink } from './error-summary.tsx';

type FieldState = {
  id: string;
  name: string;
  errors?: string[] | undefined;
  initialValue?: unknown;
  required?: boolean | undefined;
};

/** Messages of form schemas are codes; a page says them in the reader's language. */
type Say = (code: string) => string;

/** What a text control needs of a field of a Conform form; passwords are never sent back. */
export function fieldProps(field: FieldState, say: Say) {
  const { id, name, required, initialValue, errors } = field;
  return {
    id,
    name,
    required,
    defaultValue: typeof initialValue === 'string' ? initialValue : undefined,
    error: errors?.[0] === undefined ? undefined : say(errors[0]),
  };
}

/** The entries of the error summary, in the order of `fields`. */
export function errorLinks(fields: readonly FieldState[], say: Say): ErrorLink[] {
  return fields.flatMap((field) =>
    (field.errors ?? []).slice(0, 1).map((code) => ({ href: `#${field.id}`, text: say(code) })),
  );
}
