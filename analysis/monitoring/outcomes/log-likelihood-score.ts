/**
 * What one case says for odds R_A against odds R_0, given its risk.
 *
 * W = ln[(1 − p + R₀p) R_A / ((1 − p + R_A p) R₀)] of an event, ln[(1 − p + R₀p)/(1 − p + R_A p)] of none.
 *
 * @param outcome 0 or 1.
 * @param risk p in [0, 1].
 * @param oddsRatio R_A > 0; 2: the odds of an event have doubled.
 * @param usual R₀, 1 unless the risks are known to be off.
 * @returns above 0: more likely under R_A.
 * @remarks Missing data: none allowed.
 * @throws never.
 * @see Steiner, S. H., Cook, R. J., Farewell, V. T., Treasure, T. (2000). Monitoring surgical performance using
 *   risk-adjusted cumulative sum charts. Biostatistics 1, 441–452, eq. 2.1.
 *   https://doi.org/10.1093/biostatistics/1.4.441. Reference values: p. 446 of the paper.
 */
export function logLikelihoodScore(
  outcome: number,
  risk: number,
  oddsRatio: number,
  usual = 1,
): number {
  const base = Math.log((1 - risk + usual * risk) / (1 - risk + oddsRatio * risk));
  return outcome === 1 ? base + Math.log(oddsRatio / usual) : base;
}
