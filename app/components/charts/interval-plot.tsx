import { pagePaint } from './chart-paint.ts';
import { ChartText } from './chart-text.tsx';
import type { ChartView, IntervalChart } from './chart-types.ts';
import { IntervalAxis } from './interval-axis.tsx';
import { intervalGeometry } from './interval-geometry.ts';
import { IntervalMark } from './interval-mark.tsx';
import { createMirror } from './plot-space.ts';
import type { Plot, PlotSpace } from './plot-space.ts';
import { SvgFrame } from './svg-frame.tsx';

interface IntervalPlotProps {
  chart: IntervalChart;
  view: ChartView;
  width: number;
}

export function IntervalPlot({ chart, view, width }: IntervalPlotProps) {
  const space = { ...view, width, paint: pagePaint };
  return <SvgFrame chart={chart} space={space} plot={plotIntervals(chart, space)} />;
}

export function plotIntervals(chart: IntervalChart, space: PlotSpace): Plot {
  const geometry = intervalGeometry(chart, space);
  const { at } = createMirror(space.width, space.direction);
  return {
    height: geometry.height,
    content: (
      <g>
        <IntervalAxis chart={chart} space={space} geometry={geometry} />
        {geometry.groups.map((group) => (
          <g key={group.y}>
            <line x1={0} x2={space.width} y1={group.y} y2={group.y} stroke={space.paint.line} />
            {group.heading !== undefined && (
              <ChartText space={space} x={at(0)} y={group.y + 20} lines={group.heading} strong />
            )}
          </g>
        ))}
        {geometry.rows.map((row) => (
          <IntervalMark
            key={row.labelY}
            chart={chart}
            space={space}
            geometry={geometry}
            placed={row}
          />
        ))}
      </g>
    ),
  };
}
