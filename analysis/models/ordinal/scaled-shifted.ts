import { chiSquareP } from '../../numeric/chi-square-p.ts';

/** A mean- and variance-adjusted test, T* = T · scale + shift. */
export interface ScaledShiftedTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number | undefined;
  /** c = 1/scale, as programs print it. */
  readonly scalingFactor: number;
  readonly shift: number;
}

/**
 * The scaled-and-shifted chi-square ("WLSMV").
 *
 * T* = a T + b, a = √(df / tr(UΓUΓ)), b = df − a tr(UΓ): mean df and variance 2 df, as χ²(df) has them.
 *
 * @param chiSquare T, degreesOfFreedom df ≥ 0.
 * @param trace tr(UΓ), squaredTrace tr(UΓUΓ).
 * @returns the test; p undefined without degrees of freedom.
 * @remarks Missing data: in the statistics. T* can be negative with very good fit; p is then 1.
 * @throws never.
 * @see Asparouhov, T., Muthén, B. (2010). Simple second order chi-square correction. Mplus technical
 *   appendix. Reference values: lavaan 0.6-14 `test = "scaled.shifted"`.
 */
export function scaledShifted(
  chiSquare: number,
  degreesOfFreedom: number,
  { trace, squaredTrace }: { trace: number; squaredTrace: number },
): ScaledShiftedTest {
  if (degreesOfFreedom <= 0 || !(squaredTrace > 0)) {
    return { chiSquare, degreesOfFreedom, p: undefined, scalingFactor: 1, shift: 0 };
  }
  const scale = Math.sqrt(degreesOfFreedom / squaredTrace);
  const shift = degreesOfFreedom - scale * trace;
  const adjusted = chiSquare * scale + shift;
  const p = chiSquareP(Math.max(adjusted, 0), degreesOfFreedom);
  return { chiSquare: adjusted, degreesOfFreedom, p, scalingFactor: 1 / scale, shift };
}
