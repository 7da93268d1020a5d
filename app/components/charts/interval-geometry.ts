import { scaleLinear } from 'd3-scale';

import type { IntervalChart, IntervalRow } from './chart-types.ts';
import { fontSize, hasLabelColumn, lineHeight, smallFontSize } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';
import { valueColumns } from './interval-texts.ts';
import { wrapText } from './wrap-text.ts';

const axisHeight = 22;
const groupGap = 8;
const shortestPlot = 100;
/** Half of the number under a tick at the end of the axis. */
const tickRoom = 16;

export interface PlacedRow {
  row: IntervalRow;
  labelLines: readonly string[];
  labelY: number;
  /** Words instead of a mark. */
  remarkLines: readonly string[];
  /** Height of the mark. */
  y: number;
}

interface PlacedGroup {
  heading: readonly string[] | undefined;
  y: number;
}

export type IntervalGeometry = ReturnType<typeof intervalGeometry>;

export function intervalGeometry(chart: IntervalChart, space: PlotSpace) {
  const { width } = space;
  const columns = valueColumns(chart, space);
  const besideWidth = Math.round(width * 0.32);
  const plotRoom = width - besideWidth - columns.width - 40;
  const beside = hasLabelColumn(width) && plotRoom >= shortestPlot;
  const labelWidth = beside ? besideWidth : Math.max(width * 0.4, width - columns.joined - 12);
  const plotStart = beside ? labelWidth + 20 : tickRoom;
  const plotEnd = beside ? width - columns.width - 20 : width - tickRoom;
  const position = scaleLinear()
    .domain([chart.scale.low, chart.scale.high])
    .range([plotStart, plotEnd]);

  const isGrouped = chart.rows.some((row) => row.series !== undefined);
  const groups: PlacedGroup[] = [];
  const rows: PlacedRow[] = [];
  let y = axisHeight;
  let previous: string | undefined;
  for (const row of chart.rows) {
    if (!isGrouped) {
      groups.push({ heading: undefined, y });
    } else if (row.label !== previous) {
      y += rows.length > 0 ? groupGap : 0;
      const heading = wrapText(row.label, width * 0.92, fontSize);
      groups.push({ heading, y });
      y += 10 + heading.length * lineHeight;
    }
    previous = row.label;
    const labelLines = wrapText(row.series ?? row.label, labelWidth, fontSize);
    const remarkLines =
      row.suppressed === undefined
        ? []
        : wrapText(row.suppressed, width - (beside ? plotStart : 0), fontSize);
    const height = labelLines.length * lineHeight;
    const remarkHeight = remarkLines.length * lineHeight;
    const rowHeight = beside
      ? Math.max(32, Math.max(height, remarkHeight) + 12)
      : height + Math.max(34, remarkHeight + 18);
    rows.push({
      row,
      labelLines,
      remarkLines,
      labelY: beside ? y + rowHeight / 2 - height / 2 + 12 : y + 16,
      y: beside ? y + rowHeight / 2 : y + height + 16,
    });
    y += rowHeight;
  }
  const rowsEnd = y + 6;
  const endLines = {
    low: wrapText(chart.scale.lowLabel ?? '', (plotEnd - plotStart) / 2 - 6, smallFontSize),
    high: wrapText(chart.scale.highLabel ?? '', (plotEnd - plotStart) / 2 - 6, smallFontSize),
  };
  const endHeight = lineHeight * Math.max(endLines.low.length, endLines.high.length);
  const endsY = rowsEnd + (chart.reference === undefined ? 0 : 30) + 16;
  const height = endsY - 10 + endHeight;
  return {
    position,
    plotStart,
    plotEnd,
    intervalStart: plotEnd + 20 + columns.interval,
    beside,
    groups,
    rows,
    rowsEnd,
    endLines,
    endsY,
    height,
  };
}
