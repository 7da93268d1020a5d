import type { OrdinalData } from './ordinal-data.ts';
import { scaledShifted, type ScaledShiftedTest } from './scaled-shifted.ts';
import type { PlainTest } from './estimate-ordinal.ts';
import { chiSquareP } from '../../numeric/chi-square-p.ts';

/**
 * The independence model of ordered items: thresholds free, all correlations zero.
 *
 * χ² = Σ_g n_g Σ_ij ρ̂_ij² / Γ_ij,ij; its U has W in the block of correlations, so tr(UΓ) counts them and
 * tr(UΓUΓ) = Σ w_s w_t γ_st² over it.
 *
 * @param data statistics of the groups.
 * @returns the plain and the scaled-and-shifted test.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Bentler, P. M., Bonett, D. G. (1980). https://doi.org/10.1037/0033-2909.88.3.588. Reference values:
 *   lavaan 0.6-14 `fitMeasures`.
 */
export function ordinalBaseline(data: OrdinalData): {
  test: PlainTest;
  scaledTest: ScaledShiftedTest;
} {
  const first = data.itemOf.length;
  let [chiSquare, trace, squaredTrace] = [0, 0, 0];
  for (const { n, statistics, weights, gamma } of data.groups) {
    const size = statistics.length;
    for (let s = first; s < size; s += 1) {
      const weight = weights[s] ?? NaN;
      chiSquare += n * weight * (statistics[s] ?? 0) ** 2;
      trace += 1;
      for (let t = first; t < size; t += 1) {
        squaredTrace += weight * (weights[t] ?? NaN) * (gamma[s * size + t] ?? 0) ** 2;
      }
    }
  }
  const degreesOfFreedom = trace;
  return {
    test: { chiSquare, degreesOfFreedom, p: chiSquareP(chiSquare, degreesOfFreedom) },
    scaledTest: scaledShifted(chiSquare, degreesOfFreedom, { trace, squaredTrace }),
  };
}
