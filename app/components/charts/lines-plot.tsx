import { line } from 'd3-shape';

import { pagePaint } from './chart-paint.ts';
import { ChartText } from './chart-text.tsx';
import type { ChartView, LinesChart } from './chart-types.ts';
import { lineStrokes } from './line-strokes.ts';
import type { PlacedPoint } from './line-labels.ts';
import { LinesAxes } from './lines-axes.tsx';
import { linesGeometry } from './lines-geometry.ts';
import type { LinesGeometry } from './lines-geometry.ts';
import { createMirror, round, smallFontSize } from './plot-space.ts';
import type { Plot, PlotSpace } from './plot-space.ts';
import { SvgFrame } from './svg-frame.tsx';

interface LinesPlotProps {
  chart: LinesChart;
  view: ChartView;
  width: number;
}

export function LinesPlot({ chart, view, width }: LinesPlotProps) {
  const space = { ...view, width, paint: pagePaint };
  return <SvgFrame chart={chart} space={space} plot={plotLines(chart, space)} />;
}

export function plotLines(chart: LinesChart, space: PlotSpace): Plot {
  const geometry = linesGeometry(chart, space);
  return {
    height: geometry.height,
    content: (
      <g>
        <LinesAxes chart={chart} space={space} geometry={geometry} />
        {chart.series.map((_, index) => (
          <Line key={index} chart={chart} space={space} geometry={geometry} index={index} />
        ))}
        {geometry.names.map(({ text, place }, index) =>
          place === undefined ? null : (
            <ChartText
              key={index}
              space={space}
              x={createMirror(space.width, space.direction).at(place.x)}
              y={round(place.y)}
              anchor="middle"
              lines={text}
            />
          ),
        )}
        <Key chart={chart} space={space} geometry={geometry} />
      </g>
    ),
  };
}

interface PartProps {
  chart: LinesChart;
  space: PlotSpace;
  geometry: LinesGeometry;
}

function Line({ chart, space, geometry, index }: PartProps & { index: number }) {
  const { at } = createMirror(space.width, space.direction);
  const { paint, dash } = lineStrokes(chart.series)[index] ?? {};
  const stroke = space.paint[paint ?? 'ink'];
  const points = geometry.paths[index] ?? [];
  const path = line<PlacedPoint>()
    .x(({ x }) => at(x))
    .y(({ y }) => round(y));
  return (
    <g>
      <path
        d={path(points) ?? undefined}
        fill="none"
        stroke={stroke}
        strokeWidth="2"
        strokeDasharray={dash}
        strokeLinejoin="round"
      />
      {(chart.series[index]?.points ?? []).map((point) =>
        point.low === undefined || point.high === undefined ? null : (
          <line
            key={point.x}
            x1={at(geometry.x(point.x))}
            x2={at(geometry.x(point.x))}
            y1={round(geometry.y(point.low))}
            y2={round(geometry.y(point.high))}
            stroke={stroke}
            strokeWidth="1.6"
          />
        ),
      )}
      {chart.series[index]?.hasMarks === true &&
        points.map(({ x, y }) => (
          <circle
            key={x}
            cx={at(x)}
            cy={round(y)}
            r="4"
            fill={stroke}
            stroke={space.paint.surface}
            strokeWidth="1.5"
          />
        ))}
    </g>
  );
}

function Key({ chart, space, geometry }: PartProps) {
  const { at } = createMirror(space.width, space.direction);
  const strokes = lineStrokes(chart.series);
  return geometry.key.map(({ lines, x, y }, index) => (
    <g key={index}>
      <line
        x1={at(x)}
        x2={at(x + geometry.sampleWidth - 10)}
        y1={y - 4}
        y2={y - 4}
        stroke={space.paint[strokes[index]?.paint ?? 'ink']}
        strokeWidth="2"
        strokeDasharray={strokes[index]?.dash}
      />
      <ChartText
        space={space}
        x={at(x + geometry.sampleWidth)}
        y={y}
        lines={lines}
        size={smallFontSize}
      />
    </g>
  ));
}
