import type { FieldOf, Section } from './description-fields.ts';
import type { FieldValue, Sections } from './description-schema.ts';

/** What a description says under a name, if it says anything. */
export function valueOf<S extends Section>(
  sections: Sections,
  section: S,
  field: FieldOf<S>,
): FieldValue | undefined {
  return sections[section]?.[field as never];
}

/** As words: a list is one entry a line. */
export function textOf<S extends Section>(
  sections: Sections,
  section: S,
  field: FieldOf<S>,
): string {
  const value = valueOf(sections, section, field);
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join('\n') : String(value);
}

export function entriesOf<S extends Section>(
  sections: Sections,
  section: S,
  field: FieldOf<S>,
): string[] {
  const value = valueOf(sections, section, field);
  return Array.isArray(value) ? value : [];
}
