import { scaleLinear } from 'd3-scale';

import type { TrendChart } from './chart-types.ts';
import { hasLabelColumn, lineHeight } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';
import { wrapText } from './wrap-text.ts';

const headingHeight = 30;
const smallText = 11.5;

export interface PlacedWave {
  x: number;
  labelLines: readonly string[];
}

export interface PlacedPanel {
  index: number;
  y: number;
  plotTop: number;
  plotBottom: number;
}

export type TrendGeometry = ReturnType<typeof trendGeometry>;

/** One small panel per series under each other, on one time axis: lines never cross or need a legend. */
export function trendGeometry(chart: TrendChart, space: PlotSpace) {
  const { width } = space;
  const axisStart = 30;
  const inset = hasLabelColumn(width) ? 52 : 38;
  const first = axisStart + inset;
  const last = width - inset;
  const positions = chart.waves.map((wave, index) => wave.position ?? index);
  const isSingle = positions.length < 2;
  const time = scaleLinear()
    .domain([Math.min(...positions), Math.max(...positions)])
    .range([first, last]);
  const xs = positions.map((position) => (isSingle ? (first + last) / 2 : time(position)));
  const room = Math.min(last - first, ...xs.slice(1).map((x, index) => x - (xs[index] ?? 0)));

  const absentWidth = Math.max(48, Math.min(room - 12, 120));
  const absentLines = chart.series.flatMap((series) =>
    series.points.map((point) => {
      const text = point.suppressed ?? point.gap;
      return text === undefined ? 0 : wrapText(text, absentWidth - 10, smallText).length;
    }),
  );
  const plotHeight = Math.max(136, 20 + lineHeight * Math.max(0, ...absentLines));
  const panels: PlacedPanel[] = chart.series.map((_, index) => {
    const y = index * (headingHeight + plotHeight + 10);
    return { index, y, plotTop: y + headingHeight, plotBottom: y + headingHeight + plotHeight };
  });
  const panelsEnd = panels.at(-1)?.plotBottom ?? 0;
  const waves: PlacedWave[] = chart.waves.map((wave, index) => ({
    x: xs[index] ?? first,
    labelLines: wrapText(wave.label, Math.max(44, room - 8), smallText),
  }));
  const waveLines = Math.max(1, ...waves.map((wave) => wave.labelLines.length));
  return {
    axisStart,
    panels,
    panelsEnd,
    waves,
    absentWidth,
    isDense: room < 52,
    height: panelsEnd + 14 + waveLines * lineHeight,
    vertical: (panel: PlacedPanel) =>
      scaleLinear()
        .domain([chart.scale.low, chart.scale.high])
        .range([panel.plotBottom - 24, panel.plotTop + 20]),
  };
}
