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
  /** How many rows are rejected, for one reason or several. */
  rejectedRows: number;
  /** Texts that stand for nothing yet, by group, the commonest first. */
  unknownValues: Record<string, UnknownValue[]>;
  /** What neither a column nor the words for all rows say: until then no row can be stored. */
  missingPlaces: (keyof Fixed)[];
};

/** `columns`: the headings of the columns it stands in. */
export type UnknownValue = { value: string; columns: string[] };

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

type Unknown = { target: Target; group: string; column: string; value: string };

function readCells(study: ResultsStudy, readers: readonly Reader[], cells: readonly string[]) {
  const values = new Map<Target, string>();
  const unknown: Unknown[] = [];
  for (const [index, { target, column, resolve }] of readers.entries()) {
    if (target === 'ignore') continue;
    const cell = (cells[index] ?? '').trim();
    const value = resolve(cell);
    if (value !== null) values.set(target, value);
    else unknown.push({ target, group: valueGroupOf(study, target) ?? '', column, value: cell });
  }
  return { values, unknown };
}

export type Fixed = Record<(typeof places)[number], string | null> & { day: string | null };

function fixedPlaces(study: ResultsStudy, { fixed }: Mapping): Fixed {
  const known = (name: (typeof places)[number]) =>
    valueResolver(study, name)(fixed[name] ?? '') ?? null;
  return { site: known('site'), language: known('language'), wave: known('wave'), day: fixed.day };
}

type Problem = Omit<RejectedRow, 'line'>;
type Read = { row: CheckedRow; problems: Problem[] };

function dayProblems(day: string): Problem[] {
  if (day === '') return [{ reason: 'no-day', column: 'day', value: '' }];
  return isDay(day) ? [] : [{ reason: 'wrong-day', column: 'day', value: day }];
}

type Facts = {
  fixed: Fixed;
  missing: readonly (keyof Fixed)[];
  values: ReadonlyMap<Target, string>;
};

/** `unread`: columns with a value that is not known, which is said already. */
function toRow(study: ResultsStudy, { fixed, missing, values }: Facts, unread: Set<string>): Read {
  const place = (name: keyof Fixed) => values.get(name) ?? fixed[name] ?? '';
  const isSaid = (name: keyof Fixed) => !missing.includes(name) && !unread.has(name);
  const day = place('day');
  const itemCodes = study.instrument.items.map(({ id }) =>
    Number(values.get(`item:${id}`) ?? missingCode('not-shown')),
  );
  const hasItems = itemCodes.some((code) => code >= 0) || unread.has('item');
  const problems: Problem[] = [
    ...places
      .filter((name) => isSaid(name) && place(name) === '')
      .map((name): Problem => ({ reason: missingPlace[name], column: name, value: '' })),
    ...(isSaid('day') ? dayProblems(day) : []),
    ...(hasItems ? [] : [{ reason: 'no-answers', column: '', value: '' } as const]),
  ];
  const covariates = Object.fromEntries(
    covariateIds.map((id) => {
      const value = values.get(`covariate:${id}`) ?? '';
      return [id, value === '' ? null : Number(value)];
    }),
  );
  const [siteId, language, waveId] = [place('site'), place('language'), place('wave')];
  return { row: { waveId, siteId, language, day, itemCodes, covariates }, problems };
}

type Count = { n: number; columns: Set<string> };

function countUnknown(counts: Map<string, Map<string, Count>>, unknown: readonly Unknown[]): void {
  for (const { group, column, value } of unknown) {
    const values = counts.get(group) ?? new Map<string, Count>();
    const { n, columns } = values.get(value) ?? { n: 0, columns: new Set() };
    values.set(value, { n: n + 1, columns: columns.add(column) });
    counts.set(group, values);
  }
}

function byFrequency(counts: ReadonlyMap<string, ReadonlyMap<string, Count>>) {
  const entries = [...counts].map(([group, values]) => {
    const sorted = [...values].sort(([, a], [, b]) => b.n - a.n);
    return [
      group,
      sorted.map(([value, { columns }]) => ({ value, columns: [...columns] })),
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** Every row of the file, as it would be stored or with all the reasons why it cannot be. */
export function checkRows(study: ResultsStudy, table: Table, mapping: Mapping): CheckedTable {
  const readers = columnReaders(study, table, mapping);
  const fixed = fixedPlaces(study, mapping);
  const missing = ([...places, 'day'] as const).filter(
    (name) => (fixed[name] ?? '') === '' && !mapping.columns.includes(name),
  );
  const accepted: CheckedRow[] = [];
  const rejected: RejectedRow[] = [];
  const counts = new Map<string, Map<string, Count>>();
  for (const { line, cells } of table.rows) {
    if (cells.length !== table.header.length) {
      rejected.push({ line, reason: 'column-count', column: '', value: String(cells.length) });
      continue;
    }
    const { values, unknown } = readCells(study, readers, cells);
    countUnknown(counts, unknown);
    const unread = new Set(unknown.map(({ target }) => target.split(':')[0] ?? ''));
    const { row, problems } = toRow(study, { fixed, missing, values }, unread);
    for (const { column, value } of unknown) {
      rejected.push({ line, reason: 'unknown-value', column, value });
    }
    rejected.push(...problems.map((problem) => ({ line, ...problem })));
    if (unknown.length === 0 && problems.length === 0) accepted.push(row);
  }
  return {
    accepted: missing.length > 0 ? [] : accepted,
    rejected,
    rejectedRows: new Set(rejected.map(({ line }) => line)).size,
    unknownValues: byFrequency(counts),
    missingPlaces: missing,
  };
}

/** What is stored beside the codes. */
export function answersOf(study: ResultsStudy, row: CheckedRow): string {
  return JSON.stringify(fromItemCodes(study.instrument, row.itemCodes));
}
