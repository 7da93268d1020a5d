import { ChartText } from './chart-text.tsx';
import type { ControlParts } from './control-plot.tsx';
import { createMirror, round, smallFontSize } from './plot-space.ts';

const small = { size: smallFontSize, muted: true } as const;

export function ControlAxes({ chart, space, geometry }: ControlParts) {
  const { at } = createMirror(space.width, space.direction);
  const { x, y, yTicks, xTicks, axisStart, bottom, unit } = geometry;
  const { target } = chart;
  const across = { x1: at(axisStart), x2: at(space.width) };
  return (
    <g>
      {/* A letter may reach out to the left of where it stands: J does. */}
      <ChartText space={space} x={at(2)} y={12} lines={unit} {...small} />
      {yTicks.map(({ value, text }) => (
        <g key={value}>
          <line {...across} y1={round(y(value))} y2={round(y(value))} stroke={space.paint.line} />
          <ChartText
            space={space}
            x={at(axisStart - 6)}
            y={round(y(value) + 4)}
            anchor="end"
            lines={text}
            {...small}
          />
        </g>
      ))}
      <line {...across} y1={bottom} y2={bottom} stroke={space.paint['line-strong']} />
      {xTicks.map(({ index, label }) => (
        <ChartText
          key={index}
          space={space}
          x={at(x(index))}
          y={bottom + 18}
          anchor={index === 0 ? 'start' : 'middle'}
          lines={label}
          {...small}
        />
      ))}
      {target ? (
        <g>
          <line
            {...across}
            y1={round(y(target.value))}
            y2={round(y(target.value))}
            stroke={space.paint['positive-2']}
            strokeWidth="1.5"
            strokeDasharray="10 3 2 3"
          />
          <ChartText
            space={space}
            x={at(space.width)}
            y={round(y(target.value) - 5)}
            anchor="end"
            lines={target.label}
            size={smallFontSize}
          />
        </g>
      ) : null}
    </g>
  );
}
