import { scaleLinear } from 'd3-scale';

import { chartNumbers } from './chart-numbers.ts';
import type { TrendChart } from './chart-types.ts';
import { countText } from './interval-texts.ts';
import { isEstimate } from './is-estimate.ts';
import { fontSize, lineHeight, smallFontSize } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';
import { widestText, wrapText } from './wrap-text.ts';

const widestRemark = 120;
const narrowestRemark = 44;

export interface PlacedWave {
  x: number;
  labelLines: readonly string[];
}

export interface PlacedPanel {
  index: number;
  y: number;
  headingLines: readonly string[];
  plotTop: number;
  plotBottom: number;
}

export type TrendGeometry = ReturnType<typeof trendGeometry>;

/** The ends of the scale as they are written, with no more digits than they need. */
export function scaleEnds({ scale }: TrendChart, space: PlotSpace) {
  const ends = [scale.low, scale.high];
  const isWhole = ends.every((end) => Number.isInteger(end));
  const { estimate } = chartNumbers(space.locale, isWhole ? 0 : scale.decimals);
  return ends.map((value) => ({ value, text: estimate(value) }));
}

const remarkOf = (point: TrendChart['series'][number]['points'][number]) =>
  isEstimate(point) ? undefined : (point.suppressed ?? point.gap);

/** Where the waves stand: as far from both ends as half of the words at a wave are wide. */
function placeWaves(chart: TrendChart, space: PlotSpace, axisStart: number) {
  const points = chart.series.flatMap((series) => series.points);
  const counts = points.filter(isEstimate).map(({ n }) => countText(space, n));
  const countWidth = widestText(counts, smallFontSize);
  const hasRemarks = points.some((point) => remarkOf(point) !== undefined);
  const wanted = Math.max(countWidth, hasRemarks ? widestRemark : 0, 76) / 2 + 2;
  const slot = (space.width - axisStart) / chart.waves.length;
  const inset = Math.min(wanted, slot / 2);
  const positions = chart.waves.map((wave, index) => wave.position ?? index);
  const [first, last] = [axisStart + inset, space.width - inset];
  const time = scaleLinear()
    .domain([Math.min(...positions), Math.max(...positions)])
    .range([first, last]);
  const xs = positions.map((position) =>
    positions.length < 2 ? (first + last) / 2 : time(position),
  );
  const steps = xs.slice(1).map((x, index) => x - (xs[index] ?? 0));
  const room = Math.min(space.width - axisStart, ...steps);
  return { xs, room, inset, isDense: countWidth > Math.min(room - 6, 2 * inset + 4) };
}

/** One small panel per series under each other, on one time axis: lines never cross or need a legend. */
export function trendGeometry(chart: TrendChart, space: PlotSpace) {
  const endTexts = scaleEnds(chart, space).map(({ text }) => text);
  const axisStart = Math.ceil(widestText(endTexts, smallFontSize)) + 12;
  const { xs, room, inset, isDense } = placeWaves(chart, space, axisStart);
  const absentWidth = Math.max(narrowestRemark, Math.min(room - 8, 2 * inset - 2, widestRemark));
  const absentLines = chart.series.flatMap((series) =>
    series.points.map(
      (point) => wrapText(remarkOf(point) ?? '', absentWidth - 10, smallFontSize).length,
    ),
  );
  const plotHeight = Math.max(136, 20 + lineHeight * Math.max(0, ...absentLines));
  let y = 0;
  const panels = chart.series.map(({ label }, index): PlacedPanel => {
    const headingLines = wrapText(label, space.width * 0.92, fontSize);
    const plotTop = y + 14 + headingLines.length * lineHeight;
    const panel = { index, y, headingLines, plotTop, plotBottom: plotTop + plotHeight };
    y = panel.plotBottom + 10;
    return panel;
  });
  const panelsEnd = panels.at(-1)?.plotBottom ?? 0;
  const labelWidth = Math.max(narrowestRemark, Math.min(room - 8, 2 * inset));
  const waves: PlacedWave[] = chart.waves.map((wave, index) => ({
    x: xs[index] ?? axisStart,
    labelLines: wrapText(wave.label, labelWidth, smallFontSize),
  }));
  const waveLines = Math.max(1, ...waves.map((wave) => wave.labelLines.length));
  return {
    axisStart,
    panels,
    panelsEnd,
    waves,
    absentWidth,
    isDense,
    height: panelsEnd + 14 + waveLines * lineHeight,
    vertical: (panel: PlacedPanel) =>
      scaleLinear()
        .domain([chart.scale.low, chart.scale.high])
        .range([panel.plotBottom - 24, panel.plotTop + 20]),
  };
}
