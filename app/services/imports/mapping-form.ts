import { mappingSchema, targetSchema, type Mapping } from './mapping.ts';

const places = ['site', 'language', 'wave', 'day'] as const;

/** The name of the control that says what a value stands for. */
export function valueField(group: string, value: string): string {
  return `value/${JSON.stringify([group, value])}`;
}

function readValueField(name: string): [string, string] | null {
  if (!name.startsWith('value/')) return null;
  try {
    const parsed: unknown = JSON.parse(name.slice('value/'.length));
    if (!Array.isArray(parsed)) return null;
    const [group, value] = parsed as unknown[];
    return typeof group === 'string' && typeof value === 'string' ? [group, value] : null;
  } catch {
    return null;
  }
}

/** What the form says; values said earlier stay. Null when it is not such a form. */
export function mappingFromForm(form: FormData, former: Mapping): Mapping | null {
  const columns = former.columns.map((_, index) =>
    targetSchema.catch('ignore').parse(form.get(`column-${index}`)),
  );
  const fixed = Object.fromEntries(
    places.map((place) => {
      const value = form.get(`fixed-${place}`);
      return [place, typeof value === 'string' && value !== '' ? value : null];
    }),
  );
  const values: Mapping['values'] = structuredClone(former.values);
  for (const [name, chosen] of form) {
    const field = readValueField(name);
    if (!field || typeof chosen !== 'string') continue;
    const [group, value] = field;
    const others = Object.entries(values[group] ?? {}).filter(([known]) => known !== value);
    values[group] = Object.fromEntries(chosen === 'reject' ? others : [...others, [value, chosen]]);
  }
  const mapping = mappingSchema.safeParse({ columns, fixed, values });
  return mapping.success ? mapping.data : null;
}
