export interface AssociationMeasures {
  /** √(χ²/n); two by two alone, without sign. */
  readonly phi: number | null;
  readonly cramersV: number;
  /** Bergsma's: without the upward bias of small samples, 0 where χ² is no larger than by chance. */
  readonly cramersVBiasCorrected: number;
  readonly contingencyCoefficient: number;
}

/**
 * How strongly two groupings go together.
 *
 * φ² = χ²/n; V = √(φ²/min(R − 1, C − 1)); Ṽ with φ̃² = max(0, φ² − (R − 1)(C − 1)/(n − 1)) and R̃ = R −
 * (R − 1)²/(n − 1), C̃ likewise; C = √(χ²/(χ² + n)).
 *
 * @param chiSquare Pearson's, uncorrected. @param n respondents, ≥ 2.
 * @param rows, columns R, C ≥ 2.
 * @returns V in [0, 1]; .1, .3, .5 often read as small, medium, large for two categories.
 * @remarks Missing data: not in χ².
 * @throws never.
 * @see Cramér, H. (1946). Mathematical Methods of Statistics, 21.9; Bergsma, W. (2013).
 *   https://doi.org/10.1016/j.jkss.2012.10.002. Reference values: vcd 1.4-11 `assocstats`, effectsize 0.8.3
 *   `cramers_v`.
 */
export function associationMeasures(
  chiSquare: number,
  n: number,
  rows: number,
  columns: number,
): AssociationMeasures {
  const phiSquared = chiSquare / n;
  const less = (size: number) => size - (size - 1) ** 2 / (n - 1);
  const corrected = Math.max(0, phiSquared - ((rows - 1) * (columns - 1)) / (n - 1));
  const room = Math.min(less(rows), less(columns)) - 1;
  return {
    phi: rows === 2 && columns === 2 ? Math.sqrt(phiSquared) : null,
    cramersV: Math.sqrt(phiSquared / Math.min(rows - 1, columns - 1)),
    cramersVBiasCorrected: room > 0 ? Math.sqrt(corrected / room) : 0,
    contingencyCoefficient: Math.sqrt(chiSquare / (chiSquare + n)),
  };
}
