import type { DivergingBarsChart, PercentRow } from './chart-types.ts';
import { divergingSides } from './diverging-shades.ts';

export interface Segment {
  index: number;
  percent: number;
  /** Percentage points from the centre line; negative lies before it. */
  from: number;
}

export interface SideTotals {
  negative: number;
  positive: number;
}

export function isShown(row: DivergingBarsChart['rows'][number]): row is PercentRow {
  return row.percents !== null;
}

/** What both figure and table say about each side: the sum of the percentages as shown. */
export function sideTotals(chart: DivergingBarsChart, row: PercentRow): SideTotals {
  const { negativeCount, positiveStart } = divergingSides(chart.legend.length, chart.neutralIndex);
  return {
    negative: sum(row.percents.slice(0, negativeCount)),
    positive: sum(row.percents.slice(positiveStart)),
  };
}

/** The neutral category straddles the centre line, the others stack away from it. */
export function rowSegments(chart: DivergingBarsChart, row: PercentRow): Segment[] {
  const { negative } = sideTotals(chart, row);
  const neutral = chart.neutralIndex === null ? 0 : (row.percents[chart.neutralIndex] ?? 0);
  let from = -negative - neutral / 2;
  return row.percents.map((percent, index) => {
    const segment = { index, percent, from };
    from += percent;
    return segment;
  });
}

/** The furthest any row reaches to each side, so that bars use the room there is. */
export function divergingExtent(chart: DivergingBarsChart): SideTotals {
  const ends = chart.rows.filter(isShown).map((row) => {
    const segments = rowSegments(chart, row);
    const first = segments[0];
    const last = segments.at(-1);
    return {
      negative: first === undefined ? 0 : -first.from,
      positive: last === undefined ? 0 : last.from + last.percent,
    };
  });
  return {
    negative: Math.max(10, ...ends.map((end) => end.negative)),
    positive: Math.max(10, ...ends.map((end) => end.positive)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
