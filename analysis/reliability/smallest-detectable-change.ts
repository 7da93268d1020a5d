/**
 * The change of one person that measurement error alone exceeds in one of twenty cases (SDC, MDC95).
 *
 * SDC = 1.96 √2 SEM.
 *
 * @param standardError SEM, standard error of measurement, in the unit of the score.
 * @returns SDC in the same unit, ≥ 0.
 * @remarks Missing data: NaN in, NaN out. 1.96 as published, not the quantile's next digits.
 * @throws never.
 * @see de Vet, H. C. W. et al. (2006). Minimally important change values of a measurement instrument. Health
 *   Qual Life Outcomes 4, 54. https://doi.org/10.1186/1477-7525-4-54. Reference values: R 4.2.2.
 */
export function smallestDetectableChange(standardError: number): number {
  return 1.96 * Math.SQRT2 * standardError;
}
