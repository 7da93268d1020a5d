import type { z } from 'zod';
import {
  evidenceSchema,
  evidenceSourceSchema,
  type EvidenceKind,
} from '#surveys/evidence/evidence.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { typedNumber } from '../typed-number.ts';

/** Evidence with the language version it is about. */
export const evidenceInputSchema = evidenceSchema.extend({ language: languageSchema });
export type EvidenceInput = z.infer<typeof evidenceInputSchema>;

/**
 * What a person enters: published elsewhere, or done by named people. Computed evidence comes from runs,
 * and that of panels from their published results.
 */
export const enteredSchema = evidenceInputSchema.refine(
  ({ origin }) => origin.source === 'published' || origin.source === 'recorded',
  { path: ['origin'] },
);

type FormFieldKind = 'text' | 'number' | 'day' | 'checkboxes' | 'select' | 'yes-no';

/** The fields of a finding on its form, in their order. */
export const findingFields: Record<
  EvidenceKind,
  readonly { name: string; kind: FormFieldKind; isOptional?: true }[]
> = {
  translation: [
    { name: 'steps', kind: 'checkboxes' },
    { name: 'debriefed', kind: 'number' },
  ],
  'content-validity': [
    { name: 'experts', kind: 'number' },
    { name: 'targetPersons', kind: 'number' },
    { name: 'lowestItemIndex', kind: 'number', isOptional: true },
    { name: 'scaleIndex', kind: 'number', isOptional: true },
  ],
  structure: [
    { name: 'model', kind: 'text' },
    { name: 'estimator', kind: 'text' },
    { name: 'items', kind: 'number' },
    { name: 'cfi', kind: 'number', isOptional: true },
    { name: 'tli', kind: 'number', isOptional: true },
    { name: 'rmsea', kind: 'number', isOptional: true },
    { name: 'srmr', kind: 'number', isOptional: true },
    { name: 'isProper', kind: 'yes-no' },
  ],
  'internal-consistency': [
    { name: 'scale', kind: 'text' },
    { name: 'coefficient', kind: 'select' },
    { name: 'value', kind: 'number' },
  ],
  retest: [
    { name: 'coefficient', kind: 'select' },
    { name: 'value', kind: 'number' },
    { name: 'weeks', kind: 'number' },
  ],
  hypotheses: [
    { name: 'stated', kind: 'number' },
    { name: 'confirmed', kind: 'number' },
  ],
  invariance: [
    { name: 'comparedWith', kind: 'text' },
    { name: 'reached', kind: 'select' },
    { name: 'smallestGroup', kind: 'number' },
  ],
};

const numberOrNull = (text: string | undefined) => {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : typedNumber(trimmed);
};

/** The form as evidence, or the fields that cannot be read. */
export function readEvidenceForm(
  kind: EvidenceKind,
  form: FormData,
): { ok: true; evidence: EvidenceInput } | { ok: false; fields: string[] } {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : undefined;
  };
  const valueOf = (name: string, fieldKind: FormFieldKind): unknown => {
    if (fieldKind === 'checkboxes') return form.getAll(name);
    if (fieldKind === 'number') return numberOrNull(text(name));
    if (fieldKind === 'yes-no') return { yes: true, no: false }[text(name) ?? ''];
    return fieldKind === 'select' && text(name) === 'none' ? null : text(name);
  };
  const fields = findingFields[kind].map(({ name, kind: fieldKind }): [string, unknown] => [
    name,
    valueOf(name, fieldKind),
  ]);
  const interval = kind === 'internal-consistency' ? { interval: null } : {};
  const source = text('source');
  const origin = evidenceSourceSchema.safeParse(
    source === 'published'
      ? { source, doi: text('doi')?.replace(/^https?:\/\/(dx\.)?doi\.org\//u, '') }
      : { source, by: text('by') },
  );
  const read = enteredSchema.safeParse({
    finding: { kind, ...Object.fromEntries(fields), ...interval },
    origin: origin.data,
    language: text('language'),
    population: text('population'),
    n: numberOrNull(text('n')),
    on: text('on'),
  });
  if (read.success) return { ok: true, evidence: read.data };
  const wrong = read.error.issues.map(({ path }) => {
    const [first, second] = path.map(String);
    if (first === 'origin') return source === 'published' ? 'doi' : 'by';
    return first === 'finding' ? (second ?? 'finding') : (first ?? 'finding');
  });
  const inOrder = [
    'language',
    'population',
    ...fields.map(([name]) => name),
    'n',
    'on',
    'by',
    'doi',
  ];
  return { ok: false, fields: inOrder.filter((name) => wrong.includes(name)) };
}
