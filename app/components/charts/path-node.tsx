import { createMirror, lineHeight, round, smallFontSize } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';
import type { Node } from './path-geometry.ts';

interface PathNodeProps {
  space: PlotSpace;
  node: Node;
  isFactor?: boolean;
}

/** What is measured is a rectangle, what is inferred an ellipse, as in every textbook. */
export function PathNode({ space, node, isFactor = false }: PathNodeProps) {
  const { at, rectAt } = createMirror(space.width, space.direction);
  const { paint } = space;
  const { x, y, width, height, lines } = node;
  const outline = { fill: paint['surface-sunk'], stroke: paint['line-strong'] };
  const firstLine = y - ((lines.length - 1) * lineHeight) / 2 + 4;
  return (
    <g>
      {isFactor ? (
        <ellipse cx={at(x)} cy={round(y)} rx={width / 2} ry={height / 2} {...outline} />
      ) : (
        <rect
          x={rectAt(x - width / 2, width)}
          y={round(y - height / 2)}
          width={width}
          height={height}
          rx="3"
          {...outline}
        />
      )}
      <text
        fontSize={smallFontSize}
        fontWeight={isFactor ? 650 : undefined}
        textAnchor="middle"
        fill={paint.ink}
      >
        {lines.map((line, index) => (
          <tspan key={index} x={at(x)} y={round(firstLine + index * lineHeight)}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
