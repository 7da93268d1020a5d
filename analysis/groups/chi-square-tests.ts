import type { NotEstimable } from '../estimate.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';

export interface ChiSquareTest {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

export type ChiSquareTests =
  | {
      readonly ok: true;
      readonly pearson: ChiSquareTest;
      /** Two by two alone. */
      readonly yates: ChiSquareTest | null;
      /** G, the likelihood ratio. */
      readonly likelihoodRatio: ChiSquareTest;
      readonly smallestExpected: number;
      /** R × C: (O − E)/√(E(1 − row share)(1 − column share)); beyond ±2 a cell stands out. */
      readonly adjustedResiduals: readonly (readonly number[])[];
    }
  | NotEstimable;

/**
 * Whether two groupings are independent: Pearson's chi-square with Yates' correction, G, adjusted residuals.
 *
 * χ² = Σ (O − E)²/E, Yates: Σ (|O − E| − min(½, |O − E|))²/E, G = 2 Σ O ln(O/E), E = row · column / n, on
 * (R − 1)(C − 1) degrees of freedom.
 *
 * @param counts R rows of C whole numbers; no empty row or column.
 * @returns tests and the smallest expected count: below 5 in many cells the chi-square p is rough.
 * @remarks Missing data: not in the counts. One row or column: 'too-few-groups'.
 * @throws never.
 * @see Agresti, A. (2013). Categorical Data Analysis (3rd ed.), 3.2–3.3. Reference values: R 4.2.2 `chisq.test`,
 *   vcd 1.4-11 `assocstats`.
 */
export function chiSquareTests(counts: readonly (readonly number[])[]): ChiSquareTests {
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0];
  if (rows < 2 || columns < 2) return { ok: false, reason: 'too-few-groups' };
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rowSums = counts.map(sum);
  const columnSums = counts[0]?.map((_, j) => sum(counts.map((row) => row[j] ?? 0))) ?? [];
  const n = sum(rowSums);
  const cells = counts.flatMap((row, i) =>
    row.map((observed, j) => {
      const [r, c] = [rowSums[i] ?? 0, columnSums[j] ?? 0];
      const expected = (r * c) / n;
      const residual = (observed - expected) / Math.sqrt(expected * (1 - r / n) * (1 - c / n));
      return { observed, expected, residual, away: Math.abs(observed - expected) };
    }),
  );
  const df = (rows - 1) * (columns - 1);
  const test = (chiSquare: number) => ({ chiSquare, df, p: chiSquareP(chiSquare, df) });
  const correction = Math.min(0.5, ...cells.map(({ away }) => away));
  const pearson = (less: number) => {
    return test(sum(cells.map(({ away, expected }) => (away - less) ** 2 / expected)));
  };
  const g = sum(cells.map(({ observed: o, expected: e }) => (o > 0 ? 2 * o * Math.log(o / e) : 0)));
  const residuals = cells.map(({ residual }) => residual);
  return {
    ok: true,
    pearson: pearson(0),
    yates: df === 1 ? pearson(correction) : null,
    likelihoodRatio: test(Math.max(0, g)),
    smallestExpected: Math.min(...cells.map(({ expected }) => expected)),
    adjustedResiduals: counts.map((_, i) => residuals.slice(i * columns, (i + 1) * columns)),
  };
}
