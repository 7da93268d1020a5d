import { scaleLinear } from 'd3-scale';

import type { IntervalChart, IntervalRow } from './chart-types.ts';
import { fontSize, hasLabelColumn, lineHeight } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';
import { wrapText } from './wrap-text.ts';

const axisHeight = 22;
const groupGap = 8;

export interface PlacedRow {
  row: IntervalRow;
  labelLines: readonly string[];
  labelY: number;
  /** Height of the mark. */
  y: number;
}

interface PlacedGroup {
  heading: string | undefined;
  y: number;
}

export type IntervalGeometry = ReturnType<typeof intervalGeometry>;

export function intervalGeometry(chart: IntervalChart, space: PlotSpace) {
  const { width } = space;
  const beside = hasLabelColumn(width);
  const labelWidth = beside ? Math.round(width * 0.32) : Math.round(width * 0.58);
  const valueWidth = beside ? 168 : 0;
  const plotStart = beside ? labelWidth + 20 : 8;
  const plotEnd = beside ? width - valueWidth - 20 : width - 8;
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
      groups.push({ heading: row.label, y });
      y += 26;
    }
    previous = row.label;
    const labelLines = wrapText(row.series ?? row.label, labelWidth, fontSize);
    const height = labelLines.length * lineHeight;
    const rowHeight = beside ? Math.max(32, height + 12) : height + 34;
    rows.push({
      row,
      labelLines,
      labelY: beside ? y + rowHeight / 2 - height / 2 + 12 : y + 16,
      y: beside ? y + rowHeight / 2 : y + height + 16,
    });
    y += rowHeight;
  }
  const rowsEnd = y + 6;
  const hasEndLabels = chart.scale.lowLabel !== undefined || chart.scale.highLabel !== undefined;
  const footer = (hasEndLabels ? 22 : 0) + (chart.reference === undefined ? 0 : 30);
  return { position, plotStart, plotEnd, beside, groups, rows, rowsEnd, height: rowsEnd + footer };
}
