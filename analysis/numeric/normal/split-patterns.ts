import { sumCrossProducts } from '../sum-cross-products.ts';
import type { Pattern } from './pattern.ts';

/** Items to one character of a pattern's name. */
const BITS = 15;

/** Which items a row answers, as text; all answered: an empty one. */
function nameOf(values: Float64Array, from: number, p: number): string {
  let name = '';
  let isComplete = true;
  for (let first = 0; first < p; first += BITS) {
    let bits = 0;
    const last = Math.min(first + BITS, p);
    for (let i = first; i < last; i += 1) {
      const isAnswered = !Number.isNaN(values[from + i]!);
      if (isAnswered) bits |= 1 << (i - first);
      else isComplete = false;
    }
    name += String.fromCharCode(bits);
  }
  return isComplete ? '' : name;
}

function summarise(rows: Float64Array, observed: Int32Array): Pattern {
  const q = observed.length;
  const n = rows.length / q;
  const { means, products } = sumCrossProducts(rows, n, q);
  const covariance = products.map((sum) => sum / n);
  return { n, observed, mean: means, covariance, rows };
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
  for (let r = 0; r < n; r += 1) {
    const name = nameOf(values, r * p, p);
    const rows = byPattern.get(name);
    if (rows) rows.push(r);
    else byPattern.set(name, [r]);
  }
  return [...byPattern.values()].flatMap((list) => {
    const from = list[0]! * p;
    const observed = Int32Array.from({ length: p }, (_, item) => item).filter((item) => {
      return !Number.isNaN(values[from + item]!);
    });
    const q = observed.length;
    if (q === 0) return [];
    if (list.length * q === values.length) return [summarise(values, observed)];
    const rows = new Float64Array(list.length * q);
    list.forEach((row, r) => {
      for (let i = 0; i < q; i += 1) rows[r * q + i] = values[row * p + observed[i]!]!;
    });
    return [summarise(rows, observed)];
  });
}
