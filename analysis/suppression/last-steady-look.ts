import { steadyLooks, type SteadyLook, type Tally } from './steady-looks.ts';

/**
 * The last step at which totals of groups may be shown, so that looking again and again tells no more
 * than one look.
 *
 * The last of `steadyLooks`.
 *
 * @param steps the totals after each step, one per group in the same order; the last group holds those
 *   whom no group names. @param k minimum cell size, an integer ≥ 2.
 * @returns the step and which groups it shows; null when no step may be shown.
 * @remarks Missing data: not in the totals.
 * @throws DomainError 'minimum-cell-size'.
 * @see `steadyLooks`. Checked by trying combinations of looks.
 */
export function lastSteadyLook(steps: readonly (readonly Tally[])[], k: number): SteadyLook | null {
  return steadyLooks(steps, k).at(-1) ?? null;
}
