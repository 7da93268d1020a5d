import { DomainError } from '../../errors.ts';
import type { NotEstimable } from '../../estimate.ts';
import { chiSquareTests, type ChiSquareTests } from '../../groups/chi-square-tests.ts';
import { kolmogorovSmirnovP } from '../../numeric/kolmogorov-smirnov-p.ts';
import { groupColumn } from '../../table/group-column.ts';
import { numberColumn } from '../../table/number-column.ts';
import type { Table } from '../../table/table.ts';
import { countInBins } from './count-in-bins.ts';
import type { DriftLimitOptions } from './drift-limits.ts';
import { judgeDrift, type DriftJudgement } from './judge-drift.ts';
import { referenceBins } from './reference-bins.ts';
import { wassersteinDistance } from './wasserstein-distance.ts';

export interface DriftOptions extends DriftLimitOptions {
  /** Column that tells the samples apart, and its labels. */
  readonly sample: string;
  readonly reference: string;
  readonly current: string;
  readonly numbers?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly bins?: number | undefined;
}

interface Missing {
  readonly reference: number;
  readonly current: number;
}

export type NumberDrift =
  | {
      readonly ok: true;
      readonly missing: Missing;
      readonly cuts: readonly number[];
      readonly reference: readonly number[];
      readonly current: readonly number[];
      readonly judgement: DriftJudgement;
      /** Of the values themselves. */
      readonly kolmogorovSmirnov: { statistic: number; p: number; pExact: number | null };
      readonly wasserstein: number;
    }
  | NotEstimable;

export type CategoryDrift =
  | {
      readonly ok: true;
      readonly missing: Missing;
      readonly levels: readonly string[];
      readonly reference: readonly number[];
      readonly current: readonly number[];
      readonly judgement: DriftJudgement;
      readonly chiSquare: ChiSquareTests;
    }
  | NotEstimable;

export interface DriftReport {
  readonly nReference: number;
  readonly nCurrent: number;
  readonly numbers: Readonly<Record<string, NumberDrift>>;
  readonly categories: Readonly<Record<string, CategoryDrift>>;
}

/**
 * Whether columns are distributed in the current sample as in the reference.
 *
 * Numbers: frozen quantile bins, PSI, Jensen–Shannon, Kolmogorov–Smirnov, Wasserstein. Categories: the levels of both
 * samples, PSI, Jensen–Shannon, chi-square.
 *
 * @param table named columns.
 * @param options which rows are which sample; columns of numbers and of categories; bins; limits.
 * @returns one entry a column: a result or the reason there is none.
 * @remarks Missing data: left out and counted by sample. Fewer than ten cases a bin in the reference, or none now:
 *   'too-few-cases'.
 * @throws DomainError of the columns; 'unknown-level' for a sample that is not there.
 * @see the parts. Reference values: R 4.2.2.
 */
export function reportDrift(table: Table, options: DriftOptions): DriftReport {
  const { sample, numbers = [], categories = [], bins = 10 } = options;
  const { levels, index } = groupColumn(table, sample);
  const rowsOf = (label: string) => {
    const level = levels.indexOf(label);
    if (level < 0) throw new DomainError('unknown-level', { group: sample, level: label });
    return [...index.keys()].filter((row) => index[row] === level);
  };
  const [before, now] = [rowsOf(options.reference), rowsOf(options.current)];
  const missingOf = (isMissing: (row: number) => boolean): Missing => ({
    reference: before.filter(isMissing).length,
    current: now.filter(isMissing).length,
  });
  const ofNumbers = (name: string): NumberDrift => {
    const column = numberColumn(table, name);
    const isMissing = (row: number) => Number.isNaN(column[row] ?? NaN);
    const pick = (rows: readonly number[]) =>
      Float64Array.from(
        rows.filter((row) => !isMissing(row)),
        (row) => column[row] ?? NaN,
      );
    const [own, other] = [pick(before), pick(now)];
    const frozen = referenceBins(own, bins);
    if (!frozen.ok) return frozen;
    if (other.length === 0) return { ok: false, reason: 'too-few-cases' };
    const { cuts } = frozen;
    const [reference, current] = [countInBins(own, cuts), countInBins(other, cuts)];
    return {
      ...{ ok: true, missing: missingOf(isMissing), cuts, reference, current },
      judgement: judgeDrift(reference, current, options),
      kolmogorovSmirnov: kolmogorovSmirnovP(own, other),
      wasserstein: wassersteinDistance(own, other),
    };
  };
  const ofCategories = (name: string): CategoryDrift => {
    const column = groupColumn(table, name);
    const counted = (rows: readonly number[]) =>
      column.levels.map((_, level) => rows.filter((row) => column.index[row] === level).length);
    const isMissing = (row: number) => (column.index[row] ?? -1) < 0;
    const [reference, current] = [counted(before), counted(now)];
    const isEmpty = (counts: readonly number[]) => counts.every((count) => count === 0);
    if (isEmpty(reference) || isEmpty(current)) return { ok: false, reason: 'too-few-cases' };
    const used = column.levels.flatMap((_, level) =>
      (reference[level] ?? 0) + (current[level] ?? 0) > 0 ? [level] : [],
    );
    const pick = (counts: readonly number[]) => used.map((level) => counts[level] ?? 0);
    return {
      ...{ ok: true, missing: missingOf(isMissing), levels: column.levels, reference, current },
      judgement: judgeDrift(reference, current, { ...options, isOrdered: false }),
      chiSquare: chiSquareTests([pick(reference), pick(current)]),
    };
  };
  return {
    ...{ nReference: before.length, nCurrent: now.length },
    numbers: Object.fromEntries(numbers.map((name) => [name, ofNumbers(name)])),
    categories: Object.fromEntries(categories.map((name) => [name, ofCategories(name)])),
  };
}
