import { useTranslation } from 'react-i18next';
import { ChartFigure } from '../charts/chart-figure.tsx';
import type { Chart, ChartView } from '../charts/chart-types.ts';
import { InteractiveDiverging } from '../charts/interactive-diverging.tsx';
import { InteractiveTrend } from '../charts/interactive-trend.tsx';
import { useChartView } from './chart-view.ts';

function Plot({ chart, view }: { chart: Chart; view: ChartView }) {
  switch (chart.kind) {
    case 'diverging-bars':
      return <InteractiveDiverging chart={chart} view={view} />;
    case 'trend':
      return <InteractiveTrend chart={chart} view={view} />;
    case 'interval':
      return undefined;
  }
}

type ResultChartProps = {
  chart: Chart;
  /** Address of the chart's file; `format` is added. */
  fileHref: string;
};

/** A chart of the workspace: drawing, sentence, limits, table and files from one object. */
export function ResultChart({ chart, fileHref }: ResultChartProps) {
  const { t } = useTranslation('results');
  const view = useChartView();
  const downloads = [
    { label: t('chart.csv'), href: `${fileHref}&format=csv` },
    { label: t('chart.svg'), href: `${fileHref}&format=svg` },
  ];
  const plot = chart.kind === 'interval' ? undefined : <Plot chart={chart} view={view} />;
  return <ChartFigure chart={chart} view={view} downloads={downloads} plot={plot} />;
}
