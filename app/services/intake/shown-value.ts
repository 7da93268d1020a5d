import { isIdentifierName, isIdentifierValue } from './identifier-names.ts';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** One word as codes, days and media types are written: a name of a person has capitals, or is two. */
const word = /^(?:-?NaN|-?Infinity|[a-z0-9._:/+<>=%-]{1,24})$/;

/** As many as the number of a person in a hospital's books has; no day and no count of a month has them. */
const manyDigits = /\d{6,}/;

const isTelling = (text: string) => isIdentifierValue(text) || isIdentifierName(text);

function shownNumber(value: number): string {
  const text = `${value}`;
  const [whole = ''] = text.split('.');
  return manyDigits.test(whole) ? `a number of ${whole.replace('-', '').length} digits` : text;
}

/**
 * What was sent, for who has to put it right: a short number or one short word in small letters as it is, of all
 * else what it is and how long. Nothing of what reads like something that tells who a person is.
 */
export function shownValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isObject(value)) return 'an object';
  if (typeof value === 'number') return shownNumber(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === '') return 'an empty text';
  if (!word.test(text) || manyDigits.test(text)) return `a text of ${text.length} signs`;
  return isTelling(text) ? undefined : text;
}

/** The name of a field or parameter that is none of ours, unless it tells of a person by itself. */
export const shownName = (name: string): string =>
  isIdentifierValue(name) ? '…' : name.length > 80 ? `${name.slice(0, 80)}…` : name;

/** What stands at a place of what was sent. */
export function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      isObject(value) && Object.hasOwn(value, step) ? value[String(step)] : undefined,
    sent,
  );
}
