import type { SectionValues } from '../../services/register/description-schema.ts';

/** What is stored, as the controls of a form hold it: countries are typed, a list is lines. */
export function formValues(values: SectionValues): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value : String(value),
    ]),
  );
}
