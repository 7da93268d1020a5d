import { scaleLinear } from 'd3-scale';

import { chartNumbers } from './chart-numbers.ts';
import type { LinesAxis, LinesChart } from './chart-types.ts';
import { placeLineLabels, type Box, type PlacedPoint } from './line-labels.ts';
import { fontSize, hasLabelColumn, lineHeight, smallFontSize } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';
import { estimateTextWidth, widestText, wrapText } from './wrap-text.ts';

const sampleWidth = 34;
/** From here on a name beside a line may seem to belong to its neighbour. */
const mostWithoutKey = 5;
/** From the middle of a point to where a name may begin. */
const markRoom = 5;
/** A name that stands farther from its line seems to belong to none. */
const mostReach = 24;

export type LinesGeometry = ReturnType<typeof linesGeometry>;

/** Round numbers along an axis; counts have no halves. */
function ticksOf({ low, high, decimals }: LinesAxis, count: number, space: PlotSpace) {
  const values = scaleLinear()
    .domain([low, high])
    .ticks(count)
    .filter((value) => decimals > 0 || Number.isInteger(value));
  const digits = [0, 1, 2].find((d) => values.every((v) => Number.isInteger(v * 10 ** d))) ?? 2;
  const { estimate } = chartNumbers(space.locale, digits);
  return values.map((value) => ({ value, text: estimate(value) }));
}

/** Marks and intervals of the points, through which no name goes. */
function marksOf(
  { series }: LinesChart,
  paths: readonly (readonly PlacedPoint[])[],
  y: (value: number) => number,
): Box[][] {
  return series.map(({ points, hasMarks = false }, line) =>
    points.flatMap(({ low, high }, index): Box[] => {
      const at = paths[line]?.[index];
      const hasInterval = low !== undefined && high !== undefined;
      if (!at || !(hasMarks || hasInterval)) return [];
      const [from, to] = hasInterval ? [y(high), y(low)] : [at.y, at.y];
      return [
        {
          ...{ left: at.x - markRoom, right: at.x + markRoom },
          ...{ top: Math.min(from, at.y) - markRoom, bottom: Math.max(to, at.y) + markRoom },
        },
      ];
    }),
  );
}

/**
 * Names beside the lines; short names and a key below where the whole ones find no place. What the key
 * says in full is left out of the drawing where a line would run through it.
 */
function nameLines(
  chart: LinesChart,
  paths: readonly (readonly PlacedPoint[])[],
  bounds: Box,
  { taken, marks }: { taken: readonly Box[]; marks: readonly (readonly Box[])[] },
) {
  const reachOf = (line: number) => {
    const heights = (marks[line] ?? []).map(({ top, bottom }) => (bottom - top) / 2);
    return Math.min(mostReach, Math.max(0, ...heights));
  };
  const place = (texts: readonly string[]) => {
    const lines = texts.map((text, line) => ({
      ...{ text, points: paths[line] ?? [], reach: reachOf(line) },
    }));
    const places = placeLineLabels(lines, bounds, [...taken, ...marks.flat()]);
    return texts.map((text, line) => ({ text, place: places[line] }));
  };
  const whole = chart.series.map(({ label }) => label);
  const isShort = widestText(whole, fontSize) < (bounds.right - bounds.left) * 0.45;
  const names = isShort ? place(whole) : [];
  if (isShort && names.every((name) => name.place?.isClear === true)) {
    return { names, hasKey: names.length > mostWithoutKey };
  }
  const short = place(chart.series.map((each) => each.short ?? each.label));
  const drawn = short.filter(
    (name, line) => chart.series[line]?.short !== undefined || name.place?.isClear === true,
  );
  return { names: drawn, hasKey: true };
}

/** Entries side by side where they are short, below each other where one needs the line. */
function keyOf({ series }: LinesChart, width: number, top: number) {
  const texts = series.map(({ label, short }) =>
    short === undefined || short === label ? label : `${short} · ${label}`,
  );
  const cell = sampleWidth + widestText(texts, smallFontSize) + 22;
  const columns = Math.max(1, Math.floor(width / cell));
  let height = 0;
  const entries = texts.map((text, index) => {
    const column = index % columns;
    const lines = columns > 1 ? [text] : wrapText(text, width - sampleWidth, smallFontSize);
    const entry = { lines, x: column * cell, y: top + height + 16 };
    const isLast = column === columns - 1 || index === texts.length - 1;
    if (isLast) height += lines.length * lineHeight + 2;
    return entry;
  });
  return { entries, height };
}

export function linesGeometry(chart: LinesChart, space: PlotSpace) {
  const { width } = space;
  const isWide = hasLabelColumn(width);
  const [xTicks, yTicks] = [ticksOf(chart.xAxis, 8, space), ticksOf(chart.yAxis, 5, space)];
  const yLabel = wrapText(chart.yAxis.label, width * 0.92, smallFontSize);
  const xLabel = wrapText(chart.xAxis.label, width * 0.92, smallFontSize);
  const widestTick = widestText(
    yTicks.map(({ text }) => text),
    smallFontSize,
  );
  const axisStart = Math.ceil(widestTick) + 10;
  const top = yLabel.length * lineHeight + 10;
  const bottom = top + (isWide ? 280 : 210);
  const inset = 10;
  const x = scaleLinear()
    .domain([chart.xAxis.low, chart.xAxis.high])
    .range([axisStart + inset, width - inset]);
  const y = scaleLinear()
    .domain([chart.yAxis.low, chart.yAxis.high])
    .range([bottom, top + 8]);
  const paths = chart.series.map(({ points }) =>
    points.map((point) => ({ x: x(point.x), y: y(point.y) })),
  );
  const referenceY = chart.reference && y(chart.reference.value);
  const referenceWidth = estimateTextWidth(chart.reference?.label ?? '', smallFontSize);
  const taken: Box[] =
    referenceY === undefined
      ? []
      : [{ left: width - referenceWidth, right: width, top: referenceY - 18, bottom: referenceY }];
  const bounds = { left: axisStart, right: width, top: top - 6, bottom: bottom - 4 };
  const { names, hasKey } = nameLines(chart, paths, bounds, {
    ...{ taken, marks: marksOf(chart, paths, y) },
  });
  const plotEnd = bottom + 20 + xLabel.length * lineHeight;
  const key = hasKey ? keyOf(chart, width, plotEnd) : { entries: [], height: 0 };
  return {
    ...{ x, y, xTicks, yTicks, xLabel, yLabel, axisStart, bottom, paths, names, sampleWidth },
    referenceY,
    key: key.entries,
    height: plotEnd + key.height + 8,
  };
}
