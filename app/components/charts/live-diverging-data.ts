import type { DivergingBarsChart } from './chart-types.ts';
import { isShown, rowSegments, sideTotals } from './diverging-layout.ts';

export interface LiveDatum {
  label: string;
  /** Empty lengths before and after the segments, so that every row's middle is on one line. */
  offset: number;
  rest: number;
  percents: readonly number[];
  negative: string;
  positive: string;
  remark: string;
}

interface LiveFrame {
  centre: number;
  length: number;
  percent: (value: number) => string;
}

export function liveDivergingData(chart: DivergingBarsChart, frame: LiveFrame): LiveDatum[] {
  const { centre, length, percent } = frame;
  return chart.rows.map((row) => {
    if (!isShown(row)) {
      const empty = { percents: [], negative: '', positive: '' };
      return { label: row.label, offset: length, rest: 0, remark: row.suppressed, ...empty };
    }
    const totals = sideTotals(chart, row);
    const segments = rowSegments(chart, row);
    const last = segments.at(-1);
    return {
      label: row.label,
      offset: centre + (segments[0]?.from ?? 0),
      rest: length - centre - (last === undefined ? 0 : last.from + last.percent),
      percents: row.percents,
      negative: percent(totals.negative),
      positive: percent(totals.positive),
      remark: '',
    };
  });
}
