import type { ControlPoint } from './chart-types.ts';
import type { PlotSpace } from './plot-space.ts';

interface ControlMarkProps {
  point: ControlPoint;
  x: number;
  y: number;
  space: PlotSpace;
}

/** Each reading has a shape of its own: a square is of concern, a diamond better, a triangle a change. */
export function ControlMark({ point, x, y, space: { paint } }: ControlMarkProps) {
  const edge = { stroke: paint.surface, strokeWidth: 1.4 };
  if (point.isHollow) {
    const hollow = { fill: paint.surface, stroke: paint.accent, strokeWidth: 1.6 };
    return <circle cx={x} cy={y} r="4" {...hollow} strokeDasharray="2 1.5" />;
  }
  switch (point.state) {
    case 'usual':
      return <circle cx={x} cy={y} r="3.6" fill={paint.accent} {...edge} />;
    case 'concern':
      return (
        <rect x={x - 5} y={y - 5} width="10" height="10" fill={paint['negative-3']} {...edge} />
      );
    case 'improvement':
      return (
        <path
          d={`M${x} ${y - 6.5}l6.5 6.5-6.5 6.5-6.5-6.5z`}
          fill={paint['positive-3']}
          {...edge}
        />
      );
    case 'change':
      return <path d={`M${x} ${y - 6}l6.2 10.6h-12.4z`} fill={paint.unknown} {...edge} />;
  }
}
