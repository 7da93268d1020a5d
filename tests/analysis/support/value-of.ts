import type { Estimate } from '#analysis/estimate.ts';

/** The number of an estimate, null when it is not estimable. */
export function valueOf(estimate: Estimate | undefined): number | null {
  return estimate?.ok === true ? estimate.value : null;
}
