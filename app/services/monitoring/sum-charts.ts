import { cusumChart } from '#analysis/monitoring/charts/cusum-chart.ts';
import { ewmaChart } from '#analysis/monitoring/charts/ewma-chart.ts';
import { designCusum } from '#analysis/monitoring/run-length/design-cusum.ts';
import { designEwma } from '#analysis/monitoring/run-length/design-ewma.ts';

export type SumDesign = {
  /** Periods between false alarms that were asked for. */
  runLength: number;
  /** A limit that was given instead. */
  limit: number | null;
};

export type SumPoint = {
  shown: number;
  other: number | null;
  lower: number;
  upper: number;
  signal: 'high' | 'low' | null;
};

/** Half the shift that matters, in standard deviations; weight of the newest period. */
export const shift = 0.5;
export const lambda = 0.2;
const standard = { target: 0, sigma: 1 };

const atIndex = <Point extends { index: number }>(
  length: number,
  points: readonly Point[],
  toSum: (point: Point) => SumPoint,
) => {
  const values: (SumPoint | null)[] = Array.from({ length }, () => null);
  for (const point of points) values[point.index] = toSum(point);
  return values;
};

/** Both cumulative sums of standardised values, with the limit for the wanted run length. */
export function cusumSums(z: readonly number[], { runLength, limit }: SumDesign) {
  const h = limit ?? designCusum(shift, Math.max(2, runLength), 'two');
  const points = cusumChart(z, { ...standard, reference: shift, limit: h });
  return {
    limit: h,
    values: atIndex(z.length, points, ({ upper, lower, signal }) => ({
      ...{ shown: upper, other: lower, lower: -h, upper: h, signal },
    })),
  };
}

/** The moving average of standardised values, with the limit for the wanted run length. */
export function ewmaAverages(z: readonly number[], { runLength, limit }: SumDesign) {
  const l = limit ?? designEwma(lambda, Math.max(2, runLength));
  const points = ewmaChart(z, { ...standard, lambda, limit: l });
  return {
    limit: l,
    values: atIndex(z.length, points, ({ value, lower, upper, signal }) => ({
      ...{ shown: value, other: null, lower, upper, signal },
    })),
  };
}
