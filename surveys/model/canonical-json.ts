import { SurveyError } from '../errors.ts';

function member([key, value]: [string, unknown], path: string): string {
  return `${JSON.stringify(key)}:${write(value, `${path}/${key}`)}`;
}

function writeObject(value: object, path: string): string {
  const members = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((entry) => member(entry, path));
  return `{${members.join(',')}}`;
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') {
    return JSON.stringify(value);
  }
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (value instanceof Date) return write(value.toJSON(), path);
  if (Array.isArray(value)) {
    return `[${value.map((element, i) => write(element, `${path}/${i}`)).join(',')}]`;
  }
  if (typeof value === 'object') return writeObject(value, path);
  throw new SurveyError('not-canonical', { path });
}

/**
 * JSON without spaces, members sorted by UTF-16 code unit, members that are undefined left out,
 * dates as ISO text: equal values give equal text, whatever order their keys were written in.
 * @throws {SurveyError} for what JSON cannot hold (NaN, infinities, functions, bigint, a bare undefined).
 */
export function canonicalJson(value: unknown): string {
  return write(value, '');
}
