import type { NotEstimable } from '../../estimate.ts';
import { driftLimits, type DriftLimitOptions, type DriftLimits } from './drift-limits.ts';
import { jensenShannonDistance } from './jensen-shannon-distance.ts';
import {
  kolmogorovSmirnovFromCounts,
  type KolmogorovSmirnovDrift,
} from './kolmogorov-smirnov-from-counts.ts';
import { populationStabilityIndex } from './population-stability-index.ts';
import { sum } from '../../numeric/sum.ts';

export type DriftJudgement =
  | {
      readonly ok: true;
      readonly n: number;
      readonly psi: number;
      /** PSI minus its mean without drift, not below 0. */
      readonly excessPsi: number;
      /** Base 2. */
      readonly jensenShannon: number;
      readonly limits: Extract<DriftLimits, { ok: true }>;
      /** Whether PSI is above what chance does at this n. Says nothing of harm. */
      readonly isSignal: boolean;
      /** Of ordered bins alone. */
      readonly kolmogorovSmirnov: KolmogorovSmirnovDrift | null;
    }
  | NotEstimable;

interface JudgementOptions extends DriftLimitOptions {
  /** Limits of the reference by the number of cases, in place of `driftLimits`. */
  readonly limitsAt?: ((n: number) => DriftLimits) | undefined;
  readonly isOrdered?: boolean | undefined;
}

/**
 * Whether an input or a score is distributed as in the reference.
 *
 * PSI > its limit at this n (`driftLimits`).
 *
 * @param reference counts in the frozen bins.
 * @param current counts in the same bins.
 * @param options of the limits, or the limits; whether bins are ordered.
 * @returns indices, limits and signal; below the minimum a reason, and no number.
 * @remarks Missing data: a bin of its own, or left out. Fewer than ten cases a bin: 'too-few-cases'.
 * @throws ShapeError 'bins'; DomainError 'count'.
 * @see `driftLimits`, `populationStabilityIndex`.
 */
export function judgeDrift(
  reference: readonly number[],
  current: readonly number[],
  options: JudgementOptions = {},
): DriftJudgement {
  const n = sum(current);
  if (n === 0 || !reference.some((count) => count > 0))
    return { ok: false, reason: 'too-few-cases' };
  const psi = populationStabilityIndex(reference, current);
  const limits = options.limitsAt?.(n) ?? driftLimits(reference, n, options);
  if (!limits.ok) return limits;
  return {
    ...{ ok: true, n, psi, limits, isSignal: psi > limits.psi.limit },
    excessPsi: Math.max(0, psi - limits.psi.expected),
    jensenShannon: jensenShannonDistance(reference, current),
    kolmogorovSmirnov:
      options.isOrdered === false ? null : kolmogorovSmirnovFromCounts(reference, current),
  };
}
