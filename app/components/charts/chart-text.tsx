import type { PlotSpace } from './plot-space.ts';
import { fontSize, lineHeight } from './plot-space.ts';

interface ChartTextProps {
  space: PlotSpace;
  x: number;
  /** Baseline of the first line. */
  y: number;
  lines: string | readonly string[];
  anchor?: 'start' | 'middle' | 'end' | undefined;
  strong?: boolean | undefined;
  muted?: boolean | undefined;
  size?: number | undefined;
}

/** Text with a halo of the surface colour, so that a grid line never runs through a letter. */
export function ChartText(props: ChartTextProps) {
  const { space, x, y, lines, anchor = 'start', strong, muted, size = fontSize } = props;
  const { paint } = space;
  const list = typeof lines === 'string' ? [lines] : lines;
  return (
    <text
      fontSize={size === fontSize ? undefined : size}
      fontWeight={strong === true ? 650 : undefined}
      textAnchor={anchor}
      fill={muted === true ? paint['ink-muted'] : paint.ink}
      stroke={paint.surface}
      strokeWidth="5"
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {list.map((line, index) => (
        <tspan key={index} x={x} y={y + index * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
