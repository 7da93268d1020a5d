import { quantileOfSorted } from '../../descriptives/quantile-of-sorted.ts';

/** Sums over the cases of one bin of predicted risk: all that leaves a hospital. */
export interface RiskBin {
  readonly n: number;
  readonly events: number;
  readonly sumP: number;
}

export type BinRule = 'equal-width' | 'equal-count';

/** Bin of each risk: [0, 1/B), …, [1 − 1/B, 1]; or by type-7 quantiles, closed on the left. */
function binOf(risks: Float64Array, rule: BinRule, count: number): (risk: number) => number {
  if (rule === 'equal-width') return (risk) => Math.min(count - 1, Math.floor(count * risk));
  const sorted = risks.slice().sort();
  const cuts = Array.from({ length: count - 1 }, (_, b) =>
    quantileOfSorted(sorted, (b + 1) / count),
  );
  return (risk) => cuts.filter((cut) => risk >= cut).length;
}

/**
 * Cases summed by predicted risk.
 *
 * n_b, Σ y, Σ p of the cases whose p lies in bin b.
 *
 * @param outcomes 0 or 1.
 * @param risks as many probabilities.
 * @param rule bins of equal width or of equal count.
 * @param count B bins.
 * @returns B sums, ascending; empty bins have n = 0.
 * @remarks Missing data: to be left out before. Equal risks fall in one bin, so counts may be uneven.
 * @throws never.
 * @see Naeini, M. P., Cooper, G., Hauskrecht, M. (2015). AAAI, 2901–2907.
 *   https://doi.org/10.1609/aaai.v29i1.9602. Reference values: R 4.2.2 by formula.
 */
export function binRisks(
  outcomes: ArrayLike<number>,
  risks: Float64Array,
  rule: BinRule,
  count = 10,
): RiskBin[] {
  const bins = Array.from({ length: count }, () => ({ n: 0, events: 0, sumP: 0 }));
  const place = binOf(risks, rule, count);
  risks.forEach((risk, i) => {
    const bin = bins[place(risk)];
    if (!bin) return;
    bin.n += 1;
    bin.events += outcomes[i] ?? NaN;
    bin.sumP += risk;
  });
  return bins;
}
