import type { Chart, ChartView } from './chart-types.ts';
import { ControlPlot, plotControl } from './control-plot.tsx';
import { DivergingBars, plotDivergingBars } from './diverging-bars.tsx';
import { IntervalPlot, plotIntervals } from './interval-plot.tsx';
import { LinesPlot, plotLines } from './lines-plot.tsx';
import { PathDiagram, plotPaths } from './path-diagram.tsx';
import type { Plot, PlotSpace } from './plot-space.ts';
import { plotTrend, TrendPlot } from './trend-plot.tsx';

interface ChartPlotProps {
  chart: Chart;
  view: ChartView;
  width: number;
}

export function ChartPlot({ chart, view, width }: ChartPlotProps) {
  switch (chart.kind) {
    case 'diverging-bars':
      return <DivergingBars chart={chart} view={view} width={width} />;
    case 'interval':
      return <IntervalPlot chart={chart} view={view} width={width} />;
    case 'trend':
      return <TrendPlot chart={chart} view={view} width={width} />;
    case 'lines':
      return <LinesPlot chart={chart} view={view} width={width} />;
    case 'path-diagram':
      return <PathDiagram chart={chart} view={view} width={width} />;
    case 'control':
      return <ControlPlot chart={chart} view={view} width={width} />;
  }
}

export function plotChart(chart: Chart, space: PlotSpace): Plot {
  switch (chart.kind) {
    case 'diverging-bars':
      return plotDivergingBars(chart, space);
    case 'interval':
      return plotIntervals(chart, space);
    case 'trend':
      return plotTrend(chart, space);
    case 'lines':
      return plotLines(chart, space);
    case 'path-diagram':
      return plotPaths(chart, space);
    case 'control':
      return plotControl(chart, space);
  }
}
