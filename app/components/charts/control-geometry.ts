import { scaleLinear } from 'd3-scale';
import { chartNumbers } from './chart-numbers.ts';
import type { ControlChart } from './chart-types.ts';
import { hasLabelColumn, lineHeight, smallFontSize, type PlotSpace } from './plot-space.ts';
import { estimateTextWidth, widestText, wrapText } from './wrap-text.ts';

export type ControlGeometry = ReturnType<typeof controlGeometry>;

/** Every so many periods a label, so that none meets its neighbour. */
function labelled(chart: ControlChart, room: number) {
  const widest = widestText(
    chart.points.map(({ label }) => label),
    smallFontSize,
  );
  // The first begins at its point, where the others have their middle: it needs half as much again.
  const most = Math.max(2, Math.floor(room / (widest * 1.5 + 12)));
  const step = Math.max(1, Math.ceil(chart.points.length / most));
  return chart.points.flatMap(({ label }, index) => (index % step === 0 ? [{ index, label }] : []));
}

/** Marks above the plot in as many rows as it takes that no label lies over another. */
function placeMarks(chart: ControlChart, x: (index: number) => number, from: number, to: number) {
  const ends: number[] = [];
  return chart.marks.map(({ index, label }) => {
    const width = estimateTextWidth(label, smallFontSize);
    const place = x(index - 0.5);
    const start = Math.max(from, Math.min(place + 4, to - width));
    const found = ends.findIndex((end) => end < start);
    const row = found < 0 ? ends.length : found;
    ends[row] = start + width + 8;
    return { place, start, row, label };
  });
}

export function controlGeometry(chart: ControlChart, space: PlotSpace) {
  const { width, locale } = space;
  const isWide = hasLabelColumn(width);
  const numbers = chart.points.flatMap(({ value, other, lower, upper, centre }) =>
    [value, other, lower, upper, centre].filter((each) => each != null),
  );
  if (chart.target) numbers.push(chart.target.value);
  const [low, high] = [Math.min(...numbers, Infinity), Math.max(...numbers, -Infinity)];
  const span = high > low ? high - low : Math.max(1, Math.abs(high));
  const below = low - span * 0.06;
  // What is never negative is drawn from nothing on.
  const domain = Number.isFinite(low)
    ? [low >= 0 ? Math.max(0, below) : below, high + span * 0.06]
    : [0, 1];
  const scale = scaleLinear().domain(domain).nice(5);
  const values = scale.ticks(5);
  const digits = [0, 1, 2, 3].find((d) =>
    values.every((value) => Math.abs(value * 10 ** d - Math.round(value * 10 ** d)) < 1e-6),
  );
  const { estimate } = chartNumbers(locale, digits ?? 3);
  const yTicks = values.map((value) => ({ value, text: estimate(value) }));
  const widest = widestText(
    yTicks.map(({ text }) => text),
    smallFontSize,
  );
  const axisStart = Math.ceil(widest) + 10;
  const unit = wrapText(chart.unit, width * 0.9, smallFontSize);
  const inset = 12;
  const count = Math.max(2, chart.points.length);
  const x = scaleLinear()
    .domain([0, count - 1])
    .range([axisStart + inset, width - inset]);
  const marks = placeMarks(chart, (index) => x(index), axisStart, width);
  const rows = marks.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const top = unit.length * lineHeight + 8 + rows * lineHeight;
  const bottom = top + (isWide ? 250 : 200);
  const y = scale.copy().range([bottom, top + 6]);
  return {
    ...{ x, y, yTicks, xTicks: labelled(chart, width - axisStart), axisStart, top, bottom, unit },
    ...{ marks, marksTop: unit.length * lineHeight + 4, height: bottom + 26 },
  };
}
