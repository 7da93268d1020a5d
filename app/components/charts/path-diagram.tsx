import { pagePaint } from './chart-paint.ts';
import { chartNumbers } from './chart-numbers.ts';
import type { ChartView, PathDiagramChart } from './chart-types.ts';
import { pathGeometry } from './path-geometry.ts';
import { ItemArcs, FactorArcs, Loadings, Residuals } from './path-lines.tsx';
import { PathNode } from './path-node.tsx';
import type { Plot, PlotSpace } from './plot-space.ts';
import { SvgFrame } from './svg-frame.tsx';

interface PathDiagramProps {
  chart: PathDiagramChart;
  view: ChartView;
  width: number;
}

export function PathDiagram({ chart, view, width }: PathDiagramProps) {
  const space = { ...view, width, paint: pagePaint };
  return <SvgFrame chart={chart} space={space} plot={plotPaths(chart, space)} />;
}

export function plotPaths(chart: PathDiagramChart, space: PlotSpace): Plot {
  const geometry = pathGeometry(chart, space);
  const { estimate } = chartNumbers(space.locale, chart.decimals);
  const parts = { chart, space, geometry, text: estimate };
  return {
    height: geometry.height,
    content: (
      <g>
        <FactorArcs {...parts} />
        <ItemArcs {...parts} />
        <Residuals {...parts} />
        {geometry.factors.map((node) => (
          <PathNode key={node.id} space={space} node={node} isFactor />
        ))}
        {geometry.items.map((node) => (
          <PathNode key={node.id} space={space} node={node} />
        ))}
        <Loadings {...parts} />
      </g>
    ),
  };
}
