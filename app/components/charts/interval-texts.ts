import { chartNumbers } from './chart-numbers.ts';
import type { Estimate, IntervalChart } from './chart-types.ts';
import type { PlotSpace } from './plot-space.ts';
import { fontSize } from './plot-space.ts';
import { widestText } from './wrap-text.ts';

const gap = 10;
/** Bold letters are wider than those that the estimate of a width knows. */
const bold = 1.08;

export function countText(space: PlotSpace, n: number): string {
  return `${space.labels.n}\u00a0=\u00a0${chartNumbers(space.locale).whole(n)}`;
}

/** What stands beside a mark in words. */
export function intervalTexts(chart: IntervalChart, space: PlotSpace, value: Estimate) {
  const { estimate } = chartNumbers(space.locale, chart.scale.decimals);
  return {
    estimate: estimate(value.estimate),
    interval: `(${estimate(value.low)}\u2013${estimate(value.high)})`,
    count: countText(space, value.n),
  };
}

/** Where the columns of words begin, from the end of the plot on, and how much room they take. */
export function valueColumns(chart: IntervalChart, space: PlotSpace) {
  const texts = chart.rows.flatMap((row) =>
    row.suppressed === undefined ? [intervalTexts(chart, space, row)] : [],
  );
  const estimates =
    widestText(
      texts.map((text) => text.estimate),
      fontSize,
    ) * bold;
  const intervals = widestText(
    texts.map((text) => text.interval),
    fontSize,
  );
  const counts = widestText(
    texts.map((text) => text.count),
    fontSize,
  );
  const interval = estimates + gap;
  return {
    interval,
    width: interval + intervals + gap + counts,
    /** Estimate and count in one text, where labels stand above their marks. */
    joined: widestText(
      texts.map((text) => `${text.estimate} · ${text.count}`),
      fontSize,
    ),
  };
}
