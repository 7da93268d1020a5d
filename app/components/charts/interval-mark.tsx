import { ChartText } from './chart-text.tsx';
import type { Estimate, IntervalChart } from './chart-types.ts';
import type { IntervalGeometry, PlacedRow } from './interval-geometry.ts';
import { intervalTexts } from './interval-texts.ts';
import { createMirror, lineHeight } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';

interface IntervalMarkProps {
  chart: IntervalChart;
  space: PlotSpace;
  geometry: IntervalGeometry;
  placed: PlacedRow;
}

export function IntervalMark({ chart, space, geometry, placed }: IntervalMarkProps) {
  const { at } = createMirror(space.width, space.direction);
  const { row, labelLines, labelY } = placed;
  return (
    <g>
      <ChartText space={space} x={at(0)} y={labelY} lines={labelLines} />
      {row.suppressed === undefined ? (
        <EstimateMark chart={chart} space={space} geometry={geometry} placed={placed} value={row} />
      ) : (
        <Suppressed space={space} geometry={geometry} placed={placed} />
      )}
    </g>
  );
}

function EstimateMark(props: IntervalMarkProps & { value: Estimate }) {
  const { chart, space, geometry, placed, value } = props;
  const { at } = createMirror(space.width, space.direction);
  const { estimate, interval, count } = intervalTexts(chart, space, value);
  return (
    <>
      <IntervalGlyph
        space={space}
        x={at(geometry.position(value.estimate))}
        low={at(geometry.position(value.low))}
        high={at(geometry.position(value.high))}
        y={placed.y}
      />
      {geometry.beside ? (
        <>
          <ChartText
            space={space}
            x={at(geometry.plotEnd + 20)}
            y={placed.y + 4}
            lines={estimate}
            strong
          />
          <ChartText
            space={space}
            x={at(geometry.intervalStart)}
            y={placed.y + 4}
            lines={interval}
            muted
          />
          <ChartText
            space={space}
            x={at(space.width)}
            y={placed.y + 4}
            anchor="end"
            lines={count}
            muted
          />
        </>
      ) : (
        <ChartText
          space={space}
          x={at(space.width)}
          y={placed.labelY}
          anchor="end"
          lines={`${estimate} · ${count}`}
        />
      )}
    </>
  );
}

interface GlyphProps {
  space: PlotSpace;
  x: number;
  low: number;
  high: number;
  y: number;
}

function IntervalGlyph({ space, x, low, high, y }: GlyphProps) {
  const { paint } = space;
  return (
    <>
      <line
        x1={low}
        x2={high}
        y1={y}
        y2={y}
        stroke={paint.accent}
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle cx={x} cy={y} r="5.5" fill={paint.accent} stroke={paint.surface} strokeWidth="1.5" />
    </>
  );
}

function Suppressed({ space, geometry, placed }: Omit<IntervalMarkProps, 'chart'>) {
  const { at } = createMirror(space.width, space.direction);
  const lines = placed.remarkLines;
  const y = geometry.beside ? placed.y + 4 - ((lines.length - 1) * lineHeight) / 2 : placed.y + 4;
  return (
    <ChartText
      space={space}
      x={at(geometry.beside ? geometry.plotStart : 0)}
      y={y}
      lines={lines}
      muted
    />
  );
}
