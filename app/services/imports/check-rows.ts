import { fromItemCodes, missingCode } from '#surveys/model/answers.ts';
import { covariateIds } from '#surveys/model/covariates.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Mapping, Target } from './mapping.ts';
import type { Table } from './read-table.server.ts';
import { valueGroupOf, valueResolver } from './value-groups.ts';

export const rejections = [
  'column-count',
  'unknown-value',
  'no-site',
  'no-language',
  'no-wave',
  'no-day',
  'wrong-day',
  'no-answers',
] as const;
export type Rejection = (typeof rejections)[number];

export type RejectedRow = { line: number; reason: Rejection; column: string; value: string };

export type CheckedRow = {
  waveId: string;
  siteId: string;
  language: string;
  day: string;
  itemCodes: number[];
  covariates: Record<string, number | null>;
};

export type CheckedTable = {
  accepted: CheckedRow[];
  rejected: RejectedRow[];
  /** Texts that stand for nothing yet, by group, the commonest first. */
  unknownValues: Record<string, string[]>;
};

const places = ['site', 'language', 'wave'] as const;
const missingPlace = { site: 'no-site', language: 'no-language', wave: 'no-wave' } as const;

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

type Reader = { target: Target; column: string; resolve: (cell: string) => string | null };

function columnReaders(study: ResultsStudy, table: Table, mapping: Mapping): Reader[] {
  return table.header.map((column, index) => {
    const target = mapping.columns[index] ?? 'ignore';
    const group = valueGroupOf(study, target);
    const resolve = group
      ? valueResolver(study, group, mapping.values[group])
      : (cell: string) => cell;
    return { target, column, resolve };
  });
}

type Unknown = { group: string; column: string; value: string };

function readCells(study: ResultsStudy, readers: readonly Reader[], cells: readonly string[]) {
  const values = new Map<Target, string>();
  const unknown: Unknown[] = [];
  for (const [index, { target, column, resolve }] of readers.entries()) {
    if (target === 'ignore') continue;
    const cell = (cells[index] ?? '').trim();
    const value = resolve(cell);
    if (value !== null) values.set(target, value);
    else unknown.push({ group: valueGroupOf(study, target) ?? '', column, value: cell });
  }
  return { values, unknown };
}

type Fixed = Record<(typeof places)[number], string | null> & { day: string | null };

function fixedPlaces(study: ResultsStudy, { fixed }: Mapping): Fixed {
  const known = (name: (typeof places)[number]) =>
    valueResolver(study, name)(fixed[name] ?? '') ?? null;
  return { site: known('site'), language: known('language'), wave: known('wave'), day: fixed.day };
}

type Read = { row: CheckedRow } | Omit<RejectedRow, 'line'>;

function toRow(study: ResultsStudy, fixed: Fixed, values: ReadonlyMap<Target, string>): Read {
  const place = (name: keyof Fixed) => values.get(name) ?? fixed[name] ?? '';
  const missing = places.find((name) => place(name) === '');
  if (missing) return { reason: missingPlace[missing], column: missing, value: '' };
  const day = place('day');
  if (day === '') return { reason: 'no-day', column: 'day', value: '' };
  if (!isDay(day)) return { reason: 'wrong-day', column: 'day', value: day };
  const itemCodes = study.instrument.items.map(({ id }) =>
    Number(values.get(`item:${id}`) ?? missingCode('not-shown')),
  );
  if (!itemCodes.some((code) => code >= 0)) return { reason: 'no-answers', column: '', value: '' };
  const covariates = Object.fromEntries(
    covariateIds.map((id) => {
      const value = values.get(`covariate:${id}`) ?? '';
      return [id, value === '' ? null : Number(value)];
    }),
  );
  const [siteId, language, waveId] = [place('site'), place('language'), place('wave')];
  return { row: { waveId, siteId, language, day, itemCodes, covariates } };
}

function countUnknown(counts: Map<string, Map<string, number>>, unknown: readonly Unknown[]): void {
  for (const { group, value } of unknown) {
    const values = counts.get(group) ?? new Map<string, number>();
    values.set(value, (values.get(value) ?? 0) + 1);
    counts.set(group, values);
  }
}

function byFrequency(counts: ReadonlyMap<string, ReadonlyMap<string, number>>) {
  const entries = [...counts].map(([group, values]) => {
    const sorted = [...values].sort(([, a], [, b]) => b - a);
    return [group, sorted.map(([value]) => value)] as const;
  });
  return Object.fromEntries(entries);
}

/** Every row of the file, as it would be stored or with the first reason why it cannot be. */
export function checkRows(study: ResultsStudy, table: Table, mapping: Mapping): CheckedTable {
  const readers = columnReaders(study, table, mapping);
  const fixed = fixedPlaces(study, mapping);
  const accepted: CheckedRow[] = [];
  const rejected: RejectedRow[] = [];
  const counts = new Map<string, Map<string, number>>();
  for (const { line, cells } of table.rows) {
    if (cells.length !== table.header.length) {
      rejected.push({ line, reason: 'column-count', column: '', value: String(cells.length) });
      continue;
    }
    const { values, unknown } = readCells(study, readers, cells);
    countUnknown(counts, unknown);
    const [first] = unknown;
    if (first) {
      rejected.push({ line, reason: 'unknown-value', column: first.column, value: first.value });
      continue;
    }
    const read = toRow(study, fixed, values);
    if ('row' in read) accepted.push(read.row);
    else rejected.push({ line, ...read });
  }
  return { accepted, rejected, unknownValues: byFrequency(counts) };
}

/** What is stored beside the codes. */
export function answersOf(study: ResultsStudy, row: CheckedRow): string {
  return JSON.stringify(fromItemCodes(study.instrument, row.itemCodes));
}
