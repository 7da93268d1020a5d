import { expressionColumn } from '../table/expression/expression-column.ts';
import { selectRows } from '../table/select-rows.ts';
import type { Table } from '../table/table.ts';
import { correlationFromCovariance } from '../psychometrics/correlation-from-covariance.ts';
import { covarianceOfRows } from '../psychometrics/covariance-of-rows.ts';
import { marginalHomogeneity, type MarginalHomogeneity } from './marginal-homogeneity.ts';
import type { PairedChange } from './paired-change-from-moments.ts';
import { pairedChange } from './paired-change.ts';
import { pairedEffectSizes, type PairedEffectSizes } from './paired-effect-sizes.ts';
import { reliableChange, type ReliableChange } from './reliable-change.ts';
import { wilcoxonSignedRank, type WilcoxonSignedRank } from './wilcoxon-signed-rank.ts';

export interface PairedOptions {
  /** Columns or formulas. */
  readonly pre: string;
  readonly post: string;
  /** "arm = elearn"; default: all rows. */
  readonly subset?: string | undefined;
  /** Reliability of the measure, for the reliable change index. */
  readonly reliabilityForRci?: number | undefined;
  readonly level?: number | undefined;
}

export interface PairedReport {
  readonly rows: number;
  /** Complete pairs. */
  readonly n: number;
  readonly missing: 'complete pairs';
  readonly before: { readonly mean: number | null; readonly sd: number | null };
  readonly after: { readonly mean: number | null; readonly sd: number | null };
  /** after − before */
  readonly change: { readonly mean: number | null; readonly sd: number | null };
  readonly correlation: number | null;
  readonly pairedT: PairedChange;
  readonly effectSizes: PairedEffectSizes;
  readonly wilcoxonSignedRank: WilcoxonSignedRank;
  /** Null without a reliability. */
  readonly reliableChange: ReliableChange | null;
  /** Null for measures with more than ten values. */
  readonly marginalHomogeneity: MarginalHomogeneity | null;
}

const mostCategories = 10;

function homogeneityOf(pre: Float64Array, post: Float64Array): MarginalHomogeneity | null {
  const values = [...new Set([...pre, ...post])].sort((a, b) => a - b);
  const k = values.length;
  if (k > mostCategories) return null;
  const counts = new Float64Array(k * k);
  pre.forEach((value, pair) => {
    const cell = values.indexOf(value) * k + values.indexOf(post[pair] ?? NaN);
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  return marginalHomogeneity(counts, k);
}

/**
 * The same people measured twice: t-test, effect sizes, signed ranks, reliable change, shares of categories.
 *
 * Differences are after − before; see each function.
 *
 * @param table named columns.
 * @param options before and after (columns or formulas), which rows, reliability, confidence level.
 * @returns everything side by side, each part estimable on its own.
 * @remarks Missing data: complete pairs.
 * @throws DomainError of the columns, 'reliability'.
 * @see the parts. Reference values: R 4.2.2, effectsize 0.8.3.
 */
export function comparePaired(table: Table, options: PairedOptions): PairedReport {
  const { subset, reliabilityForRci: reliability, level = 0.95 } = options;
  const chosen = selectRows(table, subset);
  const all = [options.pre, options.post].map((text) => expressionColumn(chosen, text));
  const complete = Array.from({ length: chosen.n }, (_, row) => row).filter((row) =>
    all.every((values) => !Number.isNaN(values[row])),
  );
  const [pre, post] = all.map((values) =>
    Float64Array.from(complete, (row) => values[row] ?? NaN),
  ) as [Float64Array, Float64Array];
  const differences = post.map((value, pair) => value - (pre[pair] ?? NaN));
  const n = complete.length;
  const values = Float64Array.from(
    complete.flatMap((_, p) => [pre[p], post[p], differences[p]].map(Number)),
  );
  const { means, covariance } = covarianceOfRows({ names: ['pre', 'post', 'change'], n, values });
  const correlation = correlationFromCovariance(covariance).get(0, 1);
  const sd = (place: number) => Math.sqrt(covariance.get(place, place));
  const moments = {
    ...{ n, meanBefore: means[0] ?? NaN, meanAfter: means[1] ?? NaN },
    ...{ sdBefore: sd(0), sdAfter: sd(1), sdChange: sd(2) },
  };
  const summary = (place: number) => ({
    mean: n > 0 ? (means[place] ?? null) : null,
    sd: n > 1 ? sd(place) : null,
  });
  return {
    ...{ rows: chosen.n, n, missing: 'complete pairs' },
    ...{ before: summary(0), after: summary(1), change: summary(2) },
    correlation: Number.isNaN(correlation) ? null : correlation,
    pairedT: pairedChange(pre, post, level),
    effectSizes: pairedEffectSizes(moments, correlation, level),
    wilcoxonSignedRank: wilcoxonSignedRank(differences, level),
    reliableChange:
      reliability === undefined ? null : reliableChange(differences, moments.sdBefore, reliability),
    marginalHomogeneity: homogeneityOf(pre, post),
  };
}
