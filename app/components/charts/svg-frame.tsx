import type { Chart } from './chart-types.ts';
import type { Plot, PlotSpace } from './plot-space.ts';
import { fontSize } from './plot-space.ts';

interface SvgFrameProps {
  chart: Chart;
  space: PlotSpace;
  plot: Plot;
}

export function SvgFrame({ chart, space, plot }: SvgFrameProps) {
  const id = `${chart.id}-${space.width}`;
  return (
    <svg
      className="chart-svg"
      viewBox={`0 0 ${space.width} ${plot.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      direction={space.direction}
      fontSize={fontSize}
    >
      <title id={`${id}-title`}>{chart.title}</title>
      <desc id={`${id}-desc`}>{chart.sentence}</desc>
      {plot.content}
    </svg>
  );
}
