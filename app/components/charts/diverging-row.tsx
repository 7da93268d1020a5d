import { chartNumbers } from './chart-numbers.ts';
import { ChartText } from './chart-text.tsx';
import type { DivergingBarsChart, PercentRow } from './chart-types.ts';
import type { DivergingGeometry, RowBox } from './diverging-geometry.ts';
import { isShown, rowSegments, sideTotals } from './diverging-layout.ts';
import { divergingShades } from './diverging-shades.ts';
import { createMirror, round } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';

interface DivergingRowProps {
  chart: DivergingBarsChart;
  space: PlotSpace;
  geometry: DivergingGeometry;
  row: RowBox;
}

export function DivergingRow({ chart, space, geometry, row: box }: DivergingRowProps) {
  const row = chart.rows[box.index];
  const { at } = createMirror(space.width, space.direction);
  if (row === undefined) return null;
  const middle = box.barY + geometry.barHeight / 2 + 4;
  return (
    <g>
      <ChartText space={space} x={at(0)} y={box.labelY} lines={box.labelLines} />
      {isShown(row) ? (
        <>
          <Bar chart={chart} space={space} geometry={geometry} box={box} row={row} />
          <Totals chart={chart} space={space} geometry={geometry} y={middle} row={row} />
        </>
      ) : (
        <ChartText
          space={space}
          x={at(geometry.plotStart)}
          y={box.remarkY}
          lines={box.remarkLines}
          muted
        />
      )}
    </g>
  );
}

interface ShownRowProps {
  chart: DivergingBarsChart;
  space: PlotSpace;
  geometry: DivergingGeometry;
  row: PercentRow;
}

function Bar({ chart, space, geometry, box, row }: ShownRowProps & { box: RowBox }) {
  const shades = divergingShades(chart.legend.length, chart.neutralIndex);
  const numbers = chartNumbers(space.locale);
  const { rectAt } = createMirror(space.width, space.direction);
  return rowSegments(chart, row).map((segment) => {
    const shade = shades[segment.index];
    const from = geometry.position(segment.from);
    const to = geometry.position(segment.from + segment.percent);
    const size = Math.abs(to - from);
    if (shade === undefined || segment.percent <= 0) return null;
    const x = rectAt(Math.min(from, to), size);
    const text = numbers.whole(segment.percent);
    return (
      <g key={segment.index}>
        <rect
          x={round(x + 0.5)}
          y={box.barY}
          width={round(Math.max(1, size - 1))}
          height={geometry.barHeight}
          fill={space.paint[shade.fill]}
        />
        {size >= text.length * 7 + 4 && (
          <text
            x={round(x + size / 2)}
            y={box.barY + geometry.barHeight / 2 + 4}
            textAnchor="middle"
            fontSize="12"
            fill={space.paint[shade.ink]}
          >
            {text}
          </text>
        )}
      </g>
    );
  });
}

function Totals({ chart, space, geometry, y, row }: ShownRowProps & { y: number }) {
  const { at } = createMirror(space.width, space.direction);
  const { percent } = chartNumbers(space.locale);
  const totals = sideTotals(chart, row);
  const segments = rowSegments(chart, row);
  const outer = { negative: segments[0]?.from ?? 0, positive: 0 };
  const last = segments.at(-1);
  outer.positive = last === undefined ? 0 : last.from + last.percent;
  const before = geometry.keepsLeft ? 'positive' : 'negative';
  const after = geometry.keepsLeft ? 'negative' : 'positive';
  return (
    <>
      <ChartText
        space={space}
        x={at(geometry.position(outer[before]) - 7)}
        y={y}
        anchor="end"
        lines={percent(totals[before])}
        strong
      />
      <ChartText
        space={space}
        x={at(geometry.position(outer[after]) + 7)}
        y={y}
        lines={percent(totals[after])}
        strong
      />
    </>
  );
}
