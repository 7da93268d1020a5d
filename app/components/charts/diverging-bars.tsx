import { pagePaint } from './chart-paint.ts';
import { ChartText } from './chart-text.tsx';
import type { ChartView, DivergingBarsChart } from './chart-types.ts';
import { divergingGeometry } from './diverging-geometry.ts';
import { DivergingLegend, legendHeight } from './diverging-legend.tsx';
import { DivergingRow } from './diverging-row.tsx';
import { createMirror } from './plot-space.ts';
import type { Plot, PlotSpace } from './plot-space.ts';
import { SvgFrame } from './svg-frame.tsx';

interface DivergingBarsProps {
  chart: DivergingBarsChart;
  view: ChartView;
  width: number;
}

export function DivergingBars({ chart, view, width }: DivergingBarsProps) {
  const space = { ...view, width, paint: pagePaint };
  return <SvgFrame chart={chart} space={space} plot={plotDivergingBars(chart, space)} />;
}

export function plotDivergingBars(chart: DivergingBarsChart, space: PlotSpace): Plot {
  const geometry = divergingGeometry(chart, space);
  const { at } = createMirror(space.width, space.direction);
  const centre = at(geometry.position(0));
  const { rowsEnd, sideNames } = geometry;
  const shownBoxes = geometry.rows.filter((box) => chart.rows[box.index]?.percents !== null);
  return {
    height: rowsEnd + legendHeight(chart, space.width),
    content: (
      <g>
        {sideNames.map((name) => (
          <ChartText
            key={name.anchor}
            space={space}
            x={at(name.x)}
            y={12}
            anchor={name.anchor}
            lines={name.lines}
            muted
          />
        ))}
        {geometry.rows.map((row) => (
          <line
            key={row.y}
            x1={0}
            x2={space.width}
            y1={row.y}
            y2={row.y}
            stroke={space.paint.line}
          />
        ))}
        {shownBoxes.map((row) => (
          <line
            key={row.y}
            x1={centre}
            x2={centre}
            y1={row.barY - 5}
            y2={row.barY + geometry.barHeight + 5}
            stroke={space.paint['line-strong']}
          />
        ))}
        {geometry.rows.map((row) => (
          <DivergingRow key={row.y} chart={chart} space={space} geometry={geometry} row={row} />
        ))}
        <DivergingLegend chart={chart} space={space} y={rowsEnd} />
      </g>
    ),
  };
}
