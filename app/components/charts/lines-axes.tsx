import { ChartText } from './chart-text.tsx';
import type { LinesChart } from './chart-types.ts';
import type { LinesGeometry } from './lines-geometry.ts';
import { createMirror, round, smallFontSize } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';

interface LinesAxesProps {
  chart: LinesChart;
  space: PlotSpace;
  geometry: LinesGeometry;
}

export function LinesAxes({ chart, space, geometry }: LinesAxesProps) {
  const { at } = createMirror(space.width, space.direction);
  const { paint, width } = space;
  const { x, y, xTicks, yTicks, xLabel, yLabel, axisStart, bottom } = geometry;
  return (
    <g>
      <ChartText space={space} x={at(0)} y={12} lines={yLabel} size={smallFontSize} muted />
      {yTicks.map(({ value, text }) => (
        <g key={value}>
          <line
            x1={at(axisStart)}
            x2={at(width)}
            y1={round(y(value))}
            y2={round(y(value))}
            stroke={paint.line}
          />
          <ChartText
            space={space}
            x={at(axisStart - 6)}
            y={round(y(value) + 4)}
            anchor="end"
            lines={text}
            size={smallFontSize}
            muted
          />
        </g>
      ))}
      <line
        x1={at(axisStart)}
        x2={at(width)}
        y1={bottom}
        y2={bottom}
        stroke={paint['line-strong']}
      />
      {xTicks.map(({ value, text }) => (
        <g key={value}>
          <line
            x1={at(x(value))}
            x2={at(x(value))}
            y1={bottom}
            y2={bottom + 5}
            stroke={paint['line-strong']}
          />
          <ChartText
            space={space}
            x={at(x(value))}
            y={bottom + 18}
            anchor="middle"
            lines={text}
            size={smallFontSize}
            muted
          />
        </g>
      ))}
      <ChartText
        space={space}
        x={at(width)}
        y={bottom + 36}
        anchor="end"
        lines={xLabel}
        size={smallFontSize}
        muted
      />
      <Reference chart={chart} space={space} geometry={geometry} />
    </g>
  );
}

function Reference({ chart, space, geometry }: LinesAxesProps) {
  const { referenceY, axisStart } = geometry;
  if (referenceY === undefined || chart.reference === undefined) return null;
  const { at } = createMirror(space.width, space.direction);
  return (
    <g>
      <line
        x1={at(axisStart)}
        x2={at(space.width)}
        y1={round(referenceY)}
        y2={round(referenceY)}
        stroke={space.paint.unknown}
        strokeWidth="1.5"
        strokeDasharray="4 3"
      />
      <ChartText
        space={space}
        x={at(space.width)}
        y={round(referenceY - 5)}
        anchor="end"
        lines={chart.reference.label}
        size={smallFontSize}
      />
    </g>
  );
}
