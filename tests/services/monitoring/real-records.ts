import { readTable } from '#app/services/analyses/read-table.ts';
import { numberColumn } from '#analysis/table/number-column.ts';
import { reportRegression } from '#analysis/regression/report-regression.ts';
import type { Table } from '#analysis/table/table.ts';
import { readOwnData } from '../../analysis/monitoring/golden/golden.ts';
import { dayOf, month, total } from './days.ts';

/** Real data as records that a hospital's job would send. */
export type Sent = Record<string, unknown>;

const texts = (table: Table, name: string) =>
  Array.from(table.columns.get(name)?.values ?? [], String);
const numbers = (table: Table, name: string) => [...numberColumn(table, name)];

/** A table of months for each trust, as its information office would keep it. */
export function emergencyTables(): Map<string, string> {
  const table = readOwnData('ae-8-trusts-type1.csv');
  const [periods, trusts] = [texts(table, 'period'), texts(table, 'org_code')];
  const [breaches, attendances] = [numbers(table, 'breaches'), numbers(table, 'attendances')];
  const linesOf = (trust: string) =>
    trusts.flatMap((one, row) => {
      const from = periods[row]?.slice(0, 10) ?? '';
      const counts = [breaches[row], attendances[row]];
      return one === trust ? [[from, month(from, 1), 'breach', ...counts].join(',')] : [];
    });
  const heading = 'period_start,period_end,metric,numerator,denominator';
  return new Map(
    [...new Set(trusts)].map((trust) => [trust, [heading, ...linesOf(trust), ''].join('\n')]),
  );
}

const inTenths = { edges: Array.from({ length: 9 }, (_, i) => (i + 1) / 10) };

/** Three years of a prediction of employment, by disability and race, with the scores of the year before. */
export function employmentRecords(): { records: Sent[]; reference: { counts: number[] } } {
  const table = readOwnData('acs-employment-ma-counts.csv');
  const years = numbers(table, 'year');
  const hist = texts(table, 'score_hist10').map((text) => text.split(';').map(Number));
  const cells = ['tp', 'fp', 'fn', 'tn'].map((name) => [name, numbers(table, name)] as const);
  const counts = (rows: readonly number[]) =>
    Object.fromEntries(
      cells.map(([name, column]) => [name, total(rows.map((row) => column[row] ?? NaN))]),
    );
  const binsOf = (rows: readonly number[]) =>
    Array.from({ length: 10 }, (_, bin) => total(rows.map((row) => hist[row]?.[bin] ?? 0)));
  const rowsOf = (year: number, isIn: (row: number) => boolean = () => true) =>
    [...years.keys()].filter((row) => years[row] === year && isIn(row));
  const [race, disability] = [numbers(table, 'rac1p'), numbers(table, 'dis')];
  const groups = [
    { dimension: 'disability', level: 'yes', isIn: (row: number) => disability[row] === 1 },
    { dimension: 'disability', level: 'no', isIn: (row: number) => disability[row] === 2 },
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((code) => ({
      ...{ dimension: 'race', level: `${code}` },
      isIn: (row: number) => race[row] === code,
    })),
  ];
  const records = [2016, 2017, 2018].flatMap((year): Sent[] => {
    const period = { start: `${year}-01-01`, end: `${year + 1}-01-01` };
    const confusion = { metric: 'confusion', kind: 'confusion', threshold: 0.5, period };
    const none = Array<number>(10).fill(0);
    return [
      { ...confusion, ...counts(rowsOf(year)) },
      {
        ...{ metric: 'scores', kind: 'score-histogram', period },
        edges: [0, ...inTenths.edges, 1],
        // The file has the scores of all, without who was employed.
        ...{ positives: none, negatives: none, unlabelled: binsOf(rowsOf(year)) },
      },
      ...groups.flatMap(({ dimension, level, isIn }) => {
        const own = rowsOf(year, isIn);
        return { ...confusion, subgroup: { dimension, level }, ...counts(own) };
      }),
    ];
  });
  return { records, reference: { ...inTenths, counts: binsOf(rowsOf(2015)) } };
}

export const heartSites = ['cleveland', 'hungarian', 'switzerland', 'va'] as const;

/** What a model fitted in Cleveland said at one of four sites, overall and by sex, with its scores. */
export function heartRecords(site: (typeof heartSites)[number]): Sent[] {
  const table = readOwnData('heart-4site-predictions.csv');
  const [sex, y, p] = [numbers(table, 'sex'), numbers(table, 'y'), numbers(table, 'p')];
  const rows = texts(table, 'site').flatMap((one, row) => (one === site ? [row] : []));
  const confusion = (own: readonly number[]) => {
    const count = (outcome: number, isFlagged: boolean) =>
      own.filter((row) => y[row] === outcome && (p[row] ?? 0) >= 0.5 === isFlagged).length;
    return { tp: count(1, true), fp: count(0, true), fn: count(1, false), tn: count(0, false) };
  };
  const bins = 50;
  const binOf = (row: number) => Math.min(bins - 1, Math.floor(bins * (p[row] ?? 0)));
  const perBin = (of: (own: number[]) => number) =>
    Array.from({ length: bins }, (_, bin) => of(rows.filter((row) => binOf(row) === bin)));
  const of = (outcome: number) => (own: number[]) => own.filter((row) => y[row] === outcome).length;
  const period = { start: '2026-03-01', end: '2026-04-01' };
  const labels = { eligible: rows.length, scored: rows.length, labelled: rows.length };
  const table2 = { metric: 'confusion', kind: 'confusion', threshold: 0.5, period };
  return [
    { ...table2, labels, ...confusion(rows) },
    ...['female', 'male'].map((level, code) => ({
      ...{ ...table2, subgroup: { dimension: 'sex', level } },
      ...confusion(rows.filter((row) => sex[row] === code)),
    })),
    {
      ...{ metric: 'scores', kind: 'score-histogram', period, labels },
      edges: Array.from({ length: bins + 1 }, (_, i) => i / bins),
      ...{ positives: perBin(of(1)), negatives: perBin(of(0)) },
      sum_p: perBin((own) => total(own.map((row) => p[row] ?? NaN))),
    },
  ];
}

/** Chance of death after heart surgery by score, fitted on the first two years as Steiner and others did. */
function riskOfDeath(dates: number[], outcomes: number[], scores: number[]) {
  const first = dates.flatMap((date, row) => (date < 730 ? [row] : []));
  const pick = (from: readonly number[]) => Float64Array.from(first, (row) => from[row] ?? NaN);
  const fitted = reportRegression(
    {
      n: first.length,
      columns: new Map([
        ['y', { kind: 'number', values: pick(outcomes) }],
        ['x', { kind: 'number', values: pick(scores) }],
      ]),
    },
    { outcome: 'y', predictors: ['x'], model: 'logistic' },
  );
  const [a = NaN, b = NaN] =
    fitted.result.ok && 'coefficients' in fitted.result
      ? fitted.result.coefficients.map(({ estimate }) => estimate)
      : [];
  return (score: number) => 1 / (1 + Math.exp(-(a + b * score)));
}

/** A day's operations as counts by risk: what leaves the hospital says nothing of one person. */
export function cardiacRecords(text: string) {
  const table = readTable(text);
  const [dates, outcomes] = [numbers(table, 'date'), numbers(table, 'y')];
  const scores = numbers(table, 'Parsonnet');
  const risk = riskOfDeath(dates, outcomes, scores);
  const records = [...new Set(dates)].map((day): Sent => {
    const rows = dates.flatMap((date, row) => (date === day ? [row] : []));
    const levels = [...new Set(rows.map((row) => scores[row] ?? NaN))].sort((l, r) => l - r);
    const inLevel = (level: number) => rows.filter((row) => scores[row] === level);
    const count = (outcome: number) =>
      levels.map((level) => inLevel(level).filter((row) => outcomes[row] === outcome).length);
    return {
      ...{ metric: 'scores', kind: 'score-histogram' },
      period: { start: dayOf('1992-01-01', day), end: dayOf('1992-01-01', day + 1) },
      edges: [...levels.map(risk), 1],
      ...{ positives: count(1), negatives: count(0) },
      sum_p: levels.map((level) => inLevel(level).length * risk(level)),
      labels: { labelled: rows.length, scored: rows.length },
    };
  });
  return { records, dayOfCase: (number: number) => dayOf('1992-01-01', dates[number - 1] ?? NaN) };
}
