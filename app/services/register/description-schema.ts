import { z } from 'zod';
import { languages } from '#surveys/model/languages.ts';
import { today } from '../../today.ts';
import { currencyField } from '../currency-field.ts';
import { countries } from '../sites/countries.ts';
import { typedNumber } from '../typed-number.ts';
import { checkUdi } from './check-udi.ts';
import {
  choices,
  fieldsOf,
  sectionNames,
  visibilityLevels,
  type ChoiceList,
  type Field,
  type FieldKind,
  type FieldName,
  type Section,
  type Visibility,
} from './description-fields.ts';

export type FieldValue = string | number | string[];
export type SectionValues = Partial<Record<FieldName, FieldValue>>;
export type Sections = Partial<Record<Section, SectionValues>> & {
  visibility?: Partial<Record<Section, Visibility>>;
};

const mostStored = 1e12;
const longestLine = 500;
const longestText = 10_000;
/** Entries of one list. */
export const longestList = 200;
const optionsOf = (from: ChoiceList | undefined) => choices[from ?? 'yesNo'] as readonly string[];
const words = (longest: number) => z.string().trim().min(1).max(longest, 'text-long');
const entries = z.array(words(longestLine)).max(longestList, 'text-long');
const listed = (given: string) =>
  given
    .split(/\r?\n/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
const codes = (given: string): string[] => given.toUpperCase().match(/[^\s,;]+/g) ?? [];
const countryCodes = z.array(z.enum(countries, 'countries-wrong'));

/** What is stored of a field, whatever it came from: a form, a card, another release. */
function storedField(kind: FieldKind, from?: ChoiceList): z.ZodType<FieldValue> {
  switch (kind) {
    case 'line':
    case 'address':
    case 'currency':
    case 'udi':
      return words(longestLine);
    case 'text':
      return words(longestText);
    case 'list':
      return entries;
    case 'choice':
      return z.enum(optionsOf(from), 'choice-missing');
    case 'choices':
      return z.array(z.enum(optionsOf(from), 'choice-missing'));
    case 'countries':
      return countryCodes;
    case 'languages':
      return z.array(z.enum(languages));
    case 'date':
    case 'past':
      return z.iso.date('date-invalid');
    case 'number':
      return z.number('number-wrong').min(0, 'number-wrong').max(mostStored, 'number-too-large');
    case 'wave':
      return z.uuid();
  }
}

/** Several entries typed into one control: what is wrong with one of them is said there. */
function typedEntries<Entry extends string>(
  read: (given: string) => string[],
  all: z.ZodType<Entry[]>,
) {
  return z
    .string()
    .transform((given, context) => {
      const checked = all.safeParse(read(given));
      if (checked.success) return checked.data;
      context.addIssue({ code: 'custom', message: checked.error.issues[0]?.message ?? '' });
      return z.NEVER;
    })
    .optional();
}

/** The same field as a form sends it. */
function formField({ kind, from, most = mostStored }: Field): z.ZodType<FieldValue | undefined> {
  if (kind === 'list') return typedEntries(listed, entries);
  if (kind === 'countries') return typedEntries(codes, countryCodes);
  if (kind === 'past') {
    return z.iso
      .date('date-invalid')
      .refine((day) => day <= today(), 'date-in-future')
      .optional();
  }
  if (kind === 'address') {
    return z
      .url({ protocol: /^https?$/, error: 'address-wrong' })
      .max(longestLine)
      .optional();
  }
  if (kind === 'number') {
    const wrong = 'number-wrong';
    const whole = z.number(wrong).min(0, wrong).max(most, 'number-too-large');
    return z.string().transform(typedNumber).pipe(whole).optional();
  }
  if (kind === 'currency') return currencyField.optional();
  if (kind === 'udi') {
    return words(longestLine)
      .refine((udi) => checkUdi(udi) !== 'zeros', 'udi-zeros')
      .optional();
  }
  return storedField(kind, from).optional();
}

function sectionSchema(
  section: Section,
  build: (field: Field) => z.ZodType<FieldValue | undefined>,
) {
  const shape = fieldsOf(section).map(([name, field]) => [name, build(field)]);
  return z.object(Object.fromEntries(shape) as Record<string, z.ZodType<FieldValue | undefined>>);
}

const isEmpty = (value: unknown) =>
  value === undefined || (Array.isArray(value) && value.length === 0);

const withoutEmpty = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => !isEmpty(value)),
  ) as SectionValues;

/** A section's form, and who may read the section. */
export function sectionForm(section: Section) {
  return sectionSchema(section, formField)
    .extend({ visibility: z.enum(visibilityLevels), revision: z.coerce.number().int() })
    .transform(({ visibility, revision, ...values }) => ({
      visibility: visibility as Visibility,
      revision: revision as number,
      values: withoutEmpty(values),
    }));
}

/** What this release knows of a stored field: words that it does not know are left out, and spoil nothing else. */
function knownField({ kind, from }: Field): z.ZodType<FieldValue | undefined> {
  const one = kind === 'choices' ? z.enum(optionsOf(from)) : null;
  const field = one
    ? z
        .array(z.unknown())
        .transform((list): string[] => list.flatMap((entry) => one.safeParse(entry).data ?? []))
    : storedField(kind, from);
  return field.optional().catch(undefined);
}

/** All sections, as they are stored. Fields and words that this release does not know are left out. */
export const sectionsSchema = z
  .object({
    ...Object.fromEntries(
      sectionNames.map((section) => [
        section,
        sectionSchema(section, knownField).transform(withoutEmpty).optional(),
      ]),
    ),
    visibility: z.partialRecord(z.enum(sectionNames), z.enum(visibilityLevels)).optional(),
  })
  .transform((sections) => sections as Sections);
