import { chartNumbers } from './chart-numbers.ts';
import { ChartText } from './chart-text.tsx';
import type { IntervalChart } from './chart-types.ts';
import type { IntervalGeometry } from './interval-geometry.ts';
import { createMirror, round, smallFontSize } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';

interface IntervalAxisProps {
  chart: IntervalChart;
  space: PlotSpace;
  geometry: IntervalGeometry;
}

export function IntervalAxis({ chart, space, geometry }: IntervalAxisProps) {
  const { at } = createMirror(space.width, space.direction);
  const { position, plotStart, plotEnd, endLines, endsY } = geometry;
  const ticks = position.ticks(4);
  const decimals = ticks.every((tick) => Number.isInteger(tick)) ? 0 : 1;
  const { estimate } = chartNumbers(space.locale, decimals);
  return (
    <g>
      <Band chart={chart} space={space} geometry={geometry} />
      {ticks.map((tick) => (
        <g key={tick}>
          {gridSpans(geometry).map(({ from, to }) => (
            <line
              key={from}
              x1={at(position(tick))}
              x2={at(position(tick))}
              y1={from}
              y2={to}
              stroke={space.paint.line}
            />
          ))}
          <ChartText
            space={space}
            x={at(position(tick))}
            y={13}
            anchor="middle"
            lines={estimate(tick)}
            size={smallFontSize}
            muted
          />
        </g>
      ))}
      <ChartText
        space={space}
        x={at(plotStart)}
        y={endsY}
        lines={endLines.low}
        size={smallFontSize}
        muted
      />
      <ChartText
        space={space}
        x={at(plotEnd)}
        y={endsY}
        anchor="end"
        lines={endLines.high}
        size={smallFontSize}
        muted
      />
      <Reference chart={chart} space={space} geometry={geometry} />
    </g>
  );
}

function Band({ chart, space, geometry }: IntervalAxisProps) {
  const { band } = chart;
  if (band === undefined) return null;
  const { at } = createMirror(space.width, space.direction);
  const [a, b] = [at(geometry.position(band.low)), at(geometry.position(band.high))];
  return gridSpans(geometry).map(({ from, to }) => (
    <rect
      key={from}
      x={Math.min(a, b)}
      width={round(Math.abs(b - a))}
      y={from}
      height={to - from}
      fill={space.paint['surface-sunk']}
      stroke={space.paint['line-strong']}
      strokeDasharray="2 3"
    />
  ));
}

/** Where labels stand above their marks, the grid stays beside the marks and out of the words. */
function gridSpans({ beside, rows, rowsEnd }: IntervalGeometry) {
  if (beside) return [{ from: 20, to: rowsEnd }];
  return rows
    .filter(({ row }) => row.suppressed === undefined)
    .map(({ y }) => ({ from: y - 9, to: y + 9 }));
}

function Reference({ chart, space, geometry }: IntervalAxisProps) {
  const { reference, scale } = chart;
  if (reference === undefined) return null;
  const { at } = createMirror(space.width, space.direction);
  const { estimate } = chartNumbers(space.locale, scale.decimals);
  const x = geometry.position(reference.value);
  const { rowsEnd } = geometry;
  const isLate = x > (geometry.plotStart + geometry.plotEnd) / 2;
  return (
    <g>
      {gridSpans(geometry).map(({ from, to }) => (
        <line
          key={from}
          x1={at(x)}
          x2={at(x)}
          y1={from}
          y2={to}
          stroke={space.paint.unknown}
          strokeWidth="1.5"
          strokeDasharray="4 3"
        />
      ))}
      <path d={`M${at(x)} ${rowsEnd + 4}l-4 7h8Z`} fill={space.paint.unknown} />
      <ChartText
        space={space}
        x={at(isLate ? x + 4 : x - 4)}
        y={rowsEnd + 26}
        anchor={isLate ? 'end' : 'start'}
        lines={`${reference.label} ${estimate(reference.value)}`}
      />
    </g>
  );
}
