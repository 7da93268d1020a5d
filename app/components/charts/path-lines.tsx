import { ChartText } from './chart-text.tsx';
import type { PathDiagramChart } from './chart-types.ts';
import { PathArrow } from './path-arrow.tsx';
import type { Arc, PathGeometry } from './path-geometry.ts';
import { createMirror, round, smallFontSize } from './plot-space.ts';
import type { PlotSpace } from './plot-space.ts';

interface PartProps {
  chart: PathDiagramChart;
  space: PlotSpace;
  geometry: PathGeometry;
  text: (value: number) => string;
}

/** Where along its arrow a loading is written: near the item, where arrows have spread. */
const labelShare = 0.68;

const dashOf = (value: number) => (value < 0 ? '5 3' : undefined);

/** The stronger, the wider; a negative one is dashed. */
export function Loadings({ chart, space, geometry, text }: PartProps) {
  const { at } = createMirror(space.width, space.direction);
  const arrows = chart.loadings.flatMap((loading) => {
    const [from, to] = [geometry.nodes.get(loading.from), geometry.nodes.get(loading.to)];
    if (!from || !to) return [];
    const [x1, x2] = [from.x + from.width / 2, to.x - to.width / 2 - 2];
    const x = x1 + labelShare * (x2 - x1);
    const y = from.y + labelShare * (to.y - from.y);
    return [{ ...loading, x1, x2, y1: from.y, y2: to.y, x, y }];
  });
  return (
    <g>
      {arrows.map(({ x1, x2, y1, y2, estimate }, index) => (
        <PathArrow
          key={index}
          from={{ x: at(x1), y: y1 }}
          to={{ x: at(x2), y: y2 }}
          stroke={space.paint.accent}
          width={1 + 1.5 * Math.min(1, Math.abs(estimate))}
          dash={dashOf(estimate)}
        />
      ))}
      {arrows.map(({ x, y, estimate }, index) => (
        <ChartText
          key={index}
          space={space}
          x={at(x)}
          y={round(y + 4)}
          anchor="middle"
          lines={text(estimate)}
          size={smallFontSize}
        />
      ))}
    </g>
  );
}

export function Residuals({ space, geometry, text }: PartProps) {
  const { at } = createMirror(space.width, space.direction);
  return geometry.residuals.map(({ from, estimate }) => {
    const node = geometry.nodes.get(from);
    if (!node) return null;
    const edge = node.x + node.width / 2;
    return (
      <g key={from}>
        <PathArrow
          from={{ x: at(geometry.residualX - 3), y: node.y }}
          to={{ x: at(edge + 1), y: node.y }}
          stroke={space.paint['line-strong']}
          width={1}
        />
        <ChartText
          space={space}
          x={at(geometry.residualX)}
          y={round(node.y + 4)}
          lines={text(estimate)}
          size={smallFontSize}
          muted
        />
      </g>
    );
  });
}

interface BowProps {
  space: PlotSpace;
  arc: Arc;
  x: number;
  /** Towards the start of the line or away from it. */
  side: 1 | -1;
  label: string;
}

function Bow({ space, arc, x, side, label }: BowProps) {
  const { at } = createMirror(space.width, space.direction);
  const { from, to, estimate, reach } = arc;
  const middle = (from.y + to.y) / 2;
  return (
    <g>
      <PathArrow
        from={{ x: at(x), y: from.y }}
        to={{ x: at(x), y: to.y }}
        over={{ x: at(x + side * 2 * reach), y: middle }}
        stroke={space.paint.unknown}
        width={1 + Math.min(1, Math.abs(estimate))}
        dash={dashOf(estimate)}
        hasTwoHeads
      />
      <ChartText
        space={space}
        x={at(x + side * reach)}
        y={round(middle + 4)}
        anchor="middle"
        lines={label}
        size={smallFontSize}
      />
    </g>
  );
}

/** Correlations of the factors, on the side away from the items. */
export function FactorArcs({ space, geometry, text }: PartProps) {
  return geometry.factorArcs.map((arc, index) => (
    <Bow
      key={index}
      space={space}
      arc={arc}
      x={arc.from.x - arc.from.width / 2 - 2}
      side={-1}
      label={text(arc.estimate)}
    />
  ));
}

/** What two items share besides their factors, beyond the residuals. */
export function ItemArcs({ space, geometry, text }: PartProps) {
  return geometry.itemArcs.map((arc, index) => (
    <Bow
      key={index}
      space={space}
      arc={arc}
      x={geometry.arcX}
      side={1}
      label={text(arc.estimate)}
    />
  ));
}
