import { scaleLinear } from 'd3-scale';

import type { DivergingBarsChart } from './chart-types.ts';
import { divergingExtent, isShown } from './diverging-layout.ts';
import { fontSize, hasLabelColumn, lineHeight } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';
import { wrapText } from './wrap-text.ts';

const barHeight = 26;
const totalWidth = 46;
const labelGap = 16;

export interface RowBox {
  index: number;
  y: number;
  labelLines: readonly string[];
  labelY: number;
  barY: number;
  /** Words instead of a bar. */
  remarkLines: readonly string[];
  remarkY: number;
}

export type DivergingGeometry = ReturnType<typeof divergingGeometry>;

/** Where everything lies, reckoned from the start of the line; drawing mirrors it. */
export function divergingGeometry(chart: DivergingBarsChart, space: PlotSpace) {
  const { width } = space;
  const beside = hasLabelColumn(width);
  const labelWidth = beside ? Math.round(width * 0.36) : width;
  const plotStart = beside ? labelWidth + labelGap : 0;
  const barsStart = plotStart + totalWidth;
  const barsEnd = width - totalWidth;
  const keepsLeft = space.direction === 'rtl' && chart.scaleDirection === 'keep';
  const extent = divergingExtent(chart);
  const position = scaleLinear()
    .domain([-extent.negative, extent.positive])
    .range(keepsLeft ? [barsEnd, barsStart] : [barsStart, barsEnd]);
  const centre = position(0);

  const atStart = keepsLeft ? chart.sides.positive : chart.sides.negative;
  const atEnd = keepsLeft ? chart.sides.negative : chart.sides.positive;
  const sideNames = [
    {
      anchor: 'end' as const,
      x: centre - 10,
      lines: wrapText(atStart, centre - plotStart - 10, fontSize),
    },
    {
      anchor: 'start' as const,
      x: centre + 10,
      lines: wrapText(atEnd, width - centre - 10, fontSize),
    },
  ];

  let y = 8 + lineHeight * Math.max(...sideNames.map((name) => name.lines.length));
  const rows: RowBox[] = chart.rows.map((row, index) => {
    const labelLines = wrapText(row.label, labelWidth, fontSize);
    const remarkLines = isShown(row) ? [] : wrapText(row.suppressed, width - plotStart, fontSize);
    const lines = { labelLines, remarkLines };
    const box = beside ? boxBeside(index, y, lines) : boxBelow(index, y, lines);
    y += beside ? besideHeight(lines) : box.barY - y + contentHeight(remarkLines) + 12;
    return box;
  });
  return { rows, rowsEnd: y, position, keepsLeft, barHeight, plotStart, sideNames };
}

type Lines = Pick<RowBox, 'labelLines' | 'remarkLines'>;

function contentHeight(lines: readonly string[]): number {
  return Math.max(barHeight, lines.length * lineHeight);
}

function besideHeight({ labelLines, remarkLines }: Lines): number {
  return Math.max(contentHeight(labelLines), contentHeight(remarkLines)) + 16;
}

function boxBeside(index: number, y: number, lines: Lines): RowBox {
  const middle = y + besideHeight(lines) / 2;
  const firstOf = (count: number) => middle - ((count - 1) * lineHeight) / 2 + 4;
  return {
    index,
    y,
    ...lines,
    labelY: firstOf(lines.labelLines.length),
    barY: middle - barHeight / 2,
    remarkY: firstOf(lines.remarkLines.length),
  };
}

function boxBelow(index: number, y: number, lines: Lines): RowBox {
  const barY = y + 12 + lines.labelLines.length * lineHeight;
  return { index, y, ...lines, labelY: y + 20, barY, remarkY: barY + 14 };
}
