import type { Interval } from '#analysis/estimate.ts';
import { studentTQuantile } from '#analysis/numeric/student-t-quantile.ts';

/**
 * A mean over clusters by Student's t with clusters − 1 degrees of freedom, in place of the normal
 * distribution of Wald's interval: exact by restricted maximum likelihood for clusters of equal size.
 *
 * @see Elff, M. et al. (2021). https://doi.org/10.1017/S0007123419000097. Quantile: R 4.2.2 `qt`.
 */
export function clusterInterval(
  { estimate, standardError }: { estimate: number; standardError: number },
  clusters: number,
  level = 0.95,
): Interval {
  const margin = studentTQuantile((1 + level) / 2, clusters - 1) * standardError;
  return [estimate - margin, estimate + margin];
}
