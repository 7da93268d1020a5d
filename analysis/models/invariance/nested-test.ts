import { chiSquareP } from '../../numeric/chi-square-p.ts';
import type { ModelTest } from '../normal/model-test.ts';

export interface NestedTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** c_d of the scaled difference; undefined for plain maximum likelihood. */
  readonly scalingFactor: number | undefined;
}

/**
 * The test of a model against a less restricted one, scaled where the models' tests are.
 *
 * ML: χ²_0 − χ²_1. Scaled: (χ²_0 − χ²_1)/c_d with c_d = (df_0 c_0 − df_1 c_1)/(df_0 − df_1).
 *
 * @param restricted, freer tests of the two models, unscaled statistics with their scaling factors.
 * @returns the test; undefined when the models do not differ in df or c_d ≤ 0, which happens in small samples.
 * @remarks Missing data: in the tests. A freer model without df has c_1 of no weight.
 * @throws never.
 * @see Satorra, A., Bentler, P. M. (2001). A scaled difference chi-square test statistic for moment structure
 *   analysis. https://doi.org/10.1007/BF02296192. Reference values: lavaan 0.6-14 `lavTestLRT`.
 */
export function nestedTest(restricted: ModelTest, freer: ModelTest): NestedTest | undefined {
  const df = restricted.degreesOfFreedom - freer.degreesOfFreedom;
  const difference = Math.max(0, restricted.chiSquare - freer.chiSquare);
  if (df <= 0) return undefined;
  if (restricted.scalingFactor === undefined) {
    const p = chiSquareP(difference, df);
    return { chiSquare: difference, degreesOfFreedom: df, p, scalingFactor: undefined };
  }
  const c =
    (restricted.degreesOfFreedom * restricted.scalingFactor -
      freer.degreesOfFreedom * (freer.scalingFactor ?? 0)) /
    df;
  if (c <= 0) return undefined;
  const chiSquare = difference / c;
  return { chiSquare, degreesOfFreedom: df, p: chiSquareP(chiSquare, df), scalingFactor: c };
}
