import type { Estimate } from '../estimate.ts';

export const krippendorffMetrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const;

export type KrippendorffMetric = (typeof krippendorffMetrics)[number];

/** δ²_ck of every pair of categories, q × q. */
function distances(
  metric: KrippendorffMetric,
  margins: Float64Array,
  values: Float64Array,
): Float64Array {
  const q = margins.length;
  let below = 0;
  const middles = margins.map((count) => {
    below += count;
    return below - count / 2;
  });
  return Float64Array.from({ length: q * q }, (_, cell) => {
    const [c, k] = [Math.floor(cell / q), cell % q];
    if (c === k) return 0;
    if (metric === 'nominal') return 1;
    if (metric === 'ordinal') return ((middles[c] ?? 0) - (middles[k] ?? 0)) ** 2;
    const [x, y] = [values[c] ?? NaN, values[k] ?? NaN];
    return metric === 'interval' ? (x - y) ** 2 : x + y === 0 ? 0 : ((x - y) / (x + y)) ** 2;
  });
}

/**
 * Krippendorff's alpha from the coincidences of values.
 *
 * α = 1 − (n.. − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck. δ²: nominal 1; ordinal (Σ_{g=c}^{k} n_g − (n_c + n_k)/2)²;
 * interval (c − k)²; ratio ((c − k)/(c + k))².
 *
 * @param coincidences q × q, row-major: o_ck = Σ over units of (pairs c–k)/(r_i − 1), see `coincidencesOf`.
 * @param metric scale of the values.
 * @param values of the q categories, ascending for 'ordinal'; not looked at for 'nominal' and 'ordinal'.
 * @returns (−∞, 1]; .8 is customary, .667 the least for tentative conclusions.
 * @remarks Missing data: whatever is pairable is used. Nothing pairable: 'too-few-respondents'; one value only:
 *   'one-category'.
 * @throws never.
 * @see Krippendorff, K. (2019). Content Analysis (4th ed.), ch. 12. https://doi.org/10.4135/9781071878781. Reference
 *   values: irr 0.84.1 `kripp.alpha`.
 */
export function krippendorffAlpha(
  coincidences: Float64Array,
  metric: KrippendorffMetric,
  values: Float64Array,
): Estimate {
  const q = Math.round(Math.sqrt(coincidences.length));
  const margins = new Float64Array(q);
  coincidences.forEach((o, cell) => {
    const c = Math.floor(cell / q);
    margins[c] = (margins[c] ?? 0) + o;
  });
  const n = margins.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { ok: false, reason: 'too-few-respondents' };
  const delta = distances(metric, margins, values);
  let [observed, expected] = [0, 0];
  delta.forEach((squared, cell) => {
    observed += (coincidences[cell] ?? 0) * squared;
    expected += (margins[Math.floor(cell / q)] ?? 0) * (margins[cell % q] ?? 0) * squared;
  });
  if (!(expected > 0)) return { ok: false, reason: 'one-category' };
  return { ok: true, value: 1 - ((n - 1) * observed) / expected };
}
