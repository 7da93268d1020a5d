import { area, curveStep, line } from 'd3-shape';
import { pagePaint } from './chart-paint.ts';
import { ChartText } from './chart-text.tsx';
import type { ChartView, ControlChart } from './chart-types.ts';
import { ControlAxes } from './control-axes.tsx';
import { controlGeometry, type ControlGeometry } from './control-geometry.ts';
import { ControlMark } from './control-mark.tsx';
import { createMirror, round, smallFontSize, type Plot, type PlotSpace } from './plot-space.ts';
import { SvgFrame } from './svg-frame.tsx';

interface ControlPlotProps {
  chart: ControlChart;
  view: ChartView;
  width: number;
}

export function ControlPlot({ chart, view, width }: ControlPlotProps) {
  const space = { ...view, width, paint: pagePaint };
  return <SvgFrame chart={chart} space={space} plot={plotControl(chart, space)} />;
}

export interface ControlParts {
  chart: ControlChart;
  space: PlotSpace;
  geometry: ControlGeometry;
}

export function plotControl(chart: ControlChart, space: PlotSpace): Plot {
  const geometry = controlGeometry(chart, space);
  const parts = { chart, space, geometry };
  return {
    height: geometry.height,
    content: (
      <g>
        <Band {...parts} />
        <ControlAxes {...parts} />
        <Changes {...parts} />
        <Series {...parts} />
        {chart.points.map((point, index) =>
          point.value === null ? null : (
            <ControlMark
              key={index}
              point={point}
              x={createMirror(space.width, space.direction).at(geometry.x(index))}
              y={round(geometry.y(point.value))}
              space={space}
            />
          ),
        )}
      </g>
    ),
  };
}

type Place = { index: number; low: number; high: number };

/** What chance does: the band between the limits, and the line in its middle. */
function Band({ chart, space, geometry }: ControlParts) {
  const { at } = createMirror(space.width, space.direction);
  const { x, y } = geometry;
  const [floor = 0] = y.domain();
  const places = chart.points.map(({ lower, upper }, index): Place | null =>
    upper === null ? null : { index, low: lower ?? Math.max(0, floor), high: upper },
  );
  const band = area<Place | null>()
    .defined((place) => place !== null)
    .x((place) => at(x(place?.index ?? 0)))
    .y0((place) => round(y(place?.low ?? 0)))
    .y1((place) => round(y(place?.high ?? 0)))
    .curve(curveStep);
  const edge = (of: (place: Place) => number) =>
    line<Place | null>()
      .defined((place) => place !== null)
      .x((place) => at(x(place?.index ?? 0)))
      .y((place) => round(y(place ? of(place) : 0)))
      .curve(curveStep)(places) ?? undefined;
  const centre = line<(typeof chart.points)[number]>()
    .defined((point) => point.centre !== null)
    .x((_, index) => at(x(index)))
    .y((point) => round(y(point.centre ?? 0)))
    .curve(curveStep);
  const limit = { fill: 'none', stroke: space.paint['line-strong'], strokeDasharray: '5 4' };
  return (
    <g>
      <path d={band(places) ?? undefined} fill={space.paint['surface-sunk']} />
      <path d={edge(({ high }) => high)} {...limit} />
      <path d={edge(({ low }) => low)} {...limit} />
      <path d={centre(chart.points) ?? undefined} fill="none" stroke={space.paint['ink-muted']} />
    </g>
  );
}

function Series({ chart, space, geometry }: ControlParts) {
  const { at } = createMirror(space.width, space.direction);
  const { x, y } = geometry;
  const path = (of: 'value' | 'other') =>
    line<(typeof chart.points)[number]>()
      .defined((point) => point[of] != null)
      .x((_, index) => at(x(index)))
      .y((point) => round(y(point[of] ?? 0)))(chart.points) ?? undefined;
  const stroke = { fill: 'none', stroke: space.paint.accent, strokeLinejoin: 'round' } as const;
  return (
    <g>
      <path d={path('value')} {...stroke} strokeWidth="1.6" />
      <path d={path('other')} {...stroke} strokeWidth="1.6" strokeDasharray="7 3" />
    </g>
  );
}

/** Versions, limits that were decided anew, the day from which there was a plan. */
function Changes({ space, geometry }: ControlParts) {
  const { at } = createMirror(space.width, space.direction);
  return geometry.marks.map(({ place, start, row, label }) => (
    <g key={`${label} ${place}`}>
      <line
        x1={at(place)}
        x2={at(place)}
        y1={geometry.marksTop + row * 16}
        y2={geometry.bottom}
        stroke={space.paint.unknown}
        strokeDasharray="2 3"
        strokeWidth="1.4"
      />
      <ChartText
        space={space}
        x={at(start)}
        y={geometry.marksTop + row * 16 + 11}
        lines={label}
        size={smallFontSize}
      />
    </g>
  ));
}
