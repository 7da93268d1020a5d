import { line } from 'd3-shape';

import { isEstimate } from './is-estimate.ts';
import { ChartText } from './chart-text.tsx';
import type { TrendChart, TrendPoint } from './chart-types.ts';
import { createMirror, lineHeight, smallFontSize } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';
import { scaleEnds } from './trend-geometry.ts';
import type { PlacedPanel, TrendGeometry } from './trend-geometry.ts';
import { TrendEstimate } from './trend-estimate.tsx';
import { wrapText } from './wrap-text.ts';

interface TrendPanelProps {
  chart: TrendChart;
  space: PlotSpace;
  geometry: TrendGeometry;
  panel: PlacedPanel;
}

interface PlacedPoint {
  x: number;
  point: TrendPoint;
}

export function TrendPanel({ chart, space, geometry, panel }: TrendPanelProps) {
  const series = chart.series[panel.index];
  if (series === undefined) return null;
  const { at } = createMirror(space.width, space.direction);
  const vertical = geometry.vertical(panel);
  const points: PlacedPoint[] = geometry.waves.flatMap((wave, index) => {
    const point = series.points[index];
    return point === undefined ? [] : [{ x: at(wave.x), point }];
  });
  // The line breaks where a wave is missing: nothing is drawn through what is not known.
  const path = line<PlacedPoint>()
    .defined(({ point }) => isEstimate(point))
    .x(({ x }) => x)
    .y(({ point }) => (isEstimate(point) ? vertical(point.estimate) : 0));
  return (
    <g>
      <ChartText space={space} x={at(0)} y={panel.y + 18} lines={panel.headingLines} strong />
      <PanelAxis chart={chart} space={space} geometry={geometry} panel={panel} />
      <path d={path(points) ?? undefined} fill="none" stroke={space.paint['line-strong']} />
      {points.map(({ x, point }) =>
        isEstimate(point) ? (
          <TrendEstimate
            key={x}
            space={space}
            x={x}
            value={point}
            vertical={vertical}
            decimals={chart.scale.decimals}
            isDense={geometry.isDense}
          />
        ) : (
          <AbsentPoint
            key={x}
            space={space}
            x={x}
            panel={panel}
            width={geometry.absentWidth}
            text={point.suppressed ?? point.gap}
            framed={point.suppressed !== undefined}
          />
        ),
      )}
    </g>
  );
}

function PanelAxis({ chart, space, geometry, panel }: TrendPanelProps) {
  const { at } = createMirror(space.width, space.direction);
  const vertical = geometry.vertical(panel);
  return scaleEnds(chart, space).map(({ value, text }) => (
    <g key={value}>
      <line
        x1={at(geometry.axisStart)}
        x2={at(space.width)}
        y1={vertical(value)}
        y2={vertical(value)}
        stroke={space.paint.line}
      />
      <ChartText
        space={space}
        x={at(geometry.axisStart - 8)}
        y={vertical(value) + 4}
        anchor="end"
        lines={text}
        size={smallFontSize}
        muted
      />
    </g>
  ));
}

interface AbsentPointProps {
  space: PlotSpace;
  x: number;
  panel: PlacedPanel;
  width: number;
  text: string;
  framed: boolean;
}

function AbsentPoint({ space, x, panel, width, text, framed }: AbsentPointProps) {
  const lines = wrapText(text, width - 10, smallFontSize);
  const middle = (panel.plotTop + panel.plotBottom - 4) / 2;
  const height = lines.length * lineHeight + 12;
  return (
    <g>
      {framed && (
        <rect
          x={x - width / 2}
          y={middle - height / 2}
          width={width}
          height={height}
          rx="6"
          fill={space.paint['surface-sunk']}
          stroke={space.paint['line-strong']}
          strokeDasharray="3 3"
        />
      )}
      <text fontSize={smallFontSize} textAnchor="middle" fill={space.paint['ink-muted']}>
        {lines.map((text, index) => (
          <tspan key={index} x={x} y={middle - height / 2 + 18 + index * lineHeight}>
            {text}
          </tspan>
        ))}
      </text>
    </g>
  );
}
