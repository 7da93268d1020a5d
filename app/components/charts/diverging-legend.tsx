import { ChartText } from './chart-text.tsx';
import type { DivergingBarsChart } from './chart-types.ts';
import { divergingShades } from './diverging-shades.ts';
import { createMirror, fontSize } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';
import { estimateTextWidth } from './wrap-text.ts';

const swatch = 12;
const entryGap = 18;
const rowHeight = 20;
const top = 22;

interface Entry {
  label: string;
  index: number;
  x: number;
  line: number;
}

function placeEntries(chart: DivergingBarsChart, width: number): Entry[] {
  let x = 0;
  let line = 0;
  return chart.legend.map((label, index) => {
    const size = swatch + 6 + estimateTextWidth(label, fontSize);
    if (x > 0 && x + size > width) {
      x = 0;
      line += 1;
    }
    const entry = { label, index, x, line };
    x += size + entryGap;
    return entry;
  });
}

export function legendHeight(chart: DivergingBarsChart, width: number): number {
  const lines = 1 + Math.max(0, ...placeEntries(chart, width).map((entry) => entry.line));
  return top + lines * rowHeight;
}

interface DivergingLegendProps {
  chart: DivergingBarsChart;
  space: PlotSpace;
  y: number;
}

export function DivergingLegend({ chart, space, y }: DivergingLegendProps) {
  const { at, rectAt } = createMirror(space.width, space.direction);
  const shades = divergingShades(chart.legend.length, chart.neutralIndex);
  return (
    <g>
      <line x1={0} x2={space.width} y1={y} y2={y} stroke={space.paint.line} />
      {placeEntries(chart, space.width).map((entry) => {
        const shade = shades[entry.index];
        const baseline = y + top + entry.line * rowHeight;
        return (
          <g key={entry.index}>
            <rect
              x={rectAt(entry.x, swatch)}
              y={baseline - 10}
              width={swatch}
              height={swatch}
              fill={shade === undefined ? 'none' : space.paint[shade.fill]}
            />
            <ChartText
              space={space}
              x={at(entry.x + swatch + 6)}
              y={baseline}
              lines={entry.label}
              muted
            />
          </g>
        );
      })}
    </g>
  );
}
