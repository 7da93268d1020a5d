import type { Pattern } from './pattern.ts';

function summarise(rows: Float64Array, observed: Int32Array): Pattern {
  const q = observed.length;
  const n = rows.length / q;
  const mean = new Float64Array(q);
  for (let r = 0; r < n; r += 1) {
    for (let i = 0; i < q; i += 1) mean[i]! += rows[r * q + i]! / n;
  }
  const covariance = new Float64Array(q * q);
  const deviation = new Float64Array(q);
  for (let r = 0; r < n; r += 1) {
    for (let i = 0; i < q; i += 1) {
      const d = rows[r * q + i]! - mean[i]!;
      deviation[i] = d;
      for (let j = 0; j <= i; j += 1) covariance[i * q + j]! += d * deviation[j]!;
    }
  }
  for (let i = 0; i < q; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      covariance[i * q + j]! /= n;
      covariance[j * q + i] = covariance[i * q + j]!;
    }
  }
  return { n, observed, mean, covariance, rows };
}

/**
 * Respondents grouped by the items they answered, with the moments of each group.
 *
 * x̄_a = Σ x / n_a, S_a = Σ (x − x̄_a)(x − x̄_a)′ / n_a over the rows of pattern a.
 *
 * @param values n × p, row-major, missing is NaN.
 * @param p number of items.
 * @returns one entry a pattern, in the order in which patterns occur; complete data: one.
 * @remarks Missing data: a pattern each; rows without any answer are left out.
 * @throws never.
 * @see Enders, C. K. (2010). Applied Missing Data Analysis, section 4.3. Reference values: lavaan 0.6-14
 *   `lavInspect(fit, "patterns")`.
 */
export function splitPatterns(values: Float64Array, p: number): Pattern[] {
  const byPattern = new Map<string, number[]>();
  const n = values.length / p;
  const mark = new Uint8Array(p);
  for (let r = 0; r < n; r += 1) {
    for (let i = 0; i < p; i += 1) mark[i] = Number.isNaN(values[r * p + i]!) ? 0 : 1;
    const key = mark.join('');
    const rows = byPattern.get(key);
    if (rows) rows.push(r);
    else byPattern.set(key, [r]);
  }
  return [...byPattern]
    .filter(([key]) => key.includes('1'))
    .map(([key, list]) => {
      const bits = Array.from(key, Number);
      const observed = Int32Array.from(bits.flatMap((bit, item) => (bit === 1 ? [item] : [])));
      const q = observed.length;
      const rows = new Float64Array(list.length * q);
      list.forEach((row, r) => {
        for (let i = 0; i < q; i += 1) rows[r * q + i] = values[row * p + observed[i]!]!;
      });
      return summarise(rows, observed);
    });
}
