import { ChartPlot } from './chart-plot.tsx';
import type { Chart, ChartView } from './chart-types.ts';

const sizes = [
  { name: 'small', width: 304 },
  { name: 'medium', width: 520 },
  { name: 'large', width: 760 },
] as const;

/**
 * The same drawing laid out for three widths; the style sheet shows the one that fits its container.
 * Letters keep their size on a phone without a script that measures.
 */
export function SizedPlots({ chart, view }: { chart: Chart; view: ChartView }) {
  return (
    <div className="chart-plots">
      {sizes.map(({ name, width }) => (
        <div key={name} className={`chart-plot chart-plot-${name}`}>
          <ChartPlot chart={chart} view={view} width={width} />
        </div>
      ))}
    </div>
  );
}
