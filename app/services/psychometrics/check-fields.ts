import { directionOf, type Language } from '#surveys/model/languages.ts';
import { parseWhole } from './read-whole.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { Field } from './study-analysis.ts';

/** More of a value is not said back. */
const longestSaid = 60;

const cut = (text: string) => (text.length > longestSaid ? `${text.slice(0, longestSaid)}…` : text);

/** As it was typed: between words that run the other way even “-5” would read “5-”. */
const asTyped = (text: string, language: Language) =>
  directionOf(language) === 'rtl' ? `\u2068${text}\u2069` : text;

function checkField({ say, language }: AnalysisReader, field: Field, given: string): Field {
  const label = cut(given);
  const value = asTyped(label, language);
  if (field.kind === 'select') {
    const { options, elsewhere = [], ...kept } = field;
    const isUnderstood = options.some((one) => one.value === given) || elsewhere.includes(given);
    if (isUnderstood) return { ...kept, options };
    const error = say('field.problem.choice', { value });
    return { ...kept, error, value: given, options: [{ value: given, label }, ...options] };
  }
  if (field.kind !== 'number' || parseWhole(given, field) !== null) return field;
  const { min: low, max: high } = field;
  const error = say(`field.problem.${low === high ? 'only' : 'whole'}`, { value, low, high });
  return { ...field, error, value: given };
}

/**
 * The fields, with what is wrong where the address gives a value that was not understood. It stays as it was
 * given. A field that is empty or not in the address has its usual value; one that knows its error keeps it.
 */
export function checkFields(
  reader: AnalysisReader,
  fields: readonly Field[],
  search: URLSearchParams,
): Field[] {
  return fields.map((field) => {
    const given = search.get(field.name) ?? '';
    const isEmpty = field.kind === 'select' ? given === '' : given.trim() === '';
    return field.error === undefined && !isEmpty ? checkField(reader, field, given) : field;
  });
}
