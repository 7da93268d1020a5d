import { scaleLinear } from 'd3-scale';

import type { DivergingBarsChart } from './chart-types.ts';
import { divergingExtent } from './diverging-layout.ts';
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
    const box = beside
      ? boxBeside(index, y, labelLines)
      : {
          index,
          y,
          labelLines,
          labelY: y + 20,
          barY: y + 12 + labelLines.length * lineHeight,
        };
    y = beside ? y + besideHeight(labelLines) : box.barY + barHeight + 12;
    return box;
  });
  return { rows, rowsEnd: y, position, keepsLeft, barHeight, plotStart, sideNames };
}

function besideHeight(lines: readonly string[]): number {
  return Math.max(barHeight, lines.length * lineHeight) + 16;
}

function boxBeside(index: number, y: number, labelLines: readonly string[]): RowBox {
  const middle = y + besideHeight(labelLines) / 2;
  return {
    index,
    y,
    labelLines,
    labelY: middle - ((labelLines.length - 1) * lineHeight) / 2 + 4,
    barY: middle - barHeight / 2,
  };
}
