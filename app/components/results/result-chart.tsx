import { useTranslation } from 'react-i18next';
import { ChartFigure } from '../charts/chart-figure.tsx';
import type { Chart } from '../charts/chart-types.ts';
import { InteractiveDiverging } from '../charts/interactive-diverging.tsx';
import { useChartView } from './chart-view.ts';

type ResultChartProps = {
  chart: Chart;
  /** Address of the chart's file; `format` is added. */
  fileHref: string;
};

/** A chart of the workspace: drawing, sentence, limits, table and files from one object. */
export function ResultChart({ chart, fileHref }: ResultChartProps) {
  const { t } = useTranslation('results');
  const view = useChartView();
  const svgHref = `${fileHref}&format=svg`;
  const downloads = [
    { label: t('chart.csv'), href: `${fileHref}&format=csv` },
    { label: t('chart.svg'), href: svgHref },
  ];
  // Trends stay as the server drew them: there a suppressed wave is said inside the drawing.
  const plot =
    chart.kind === 'diverging-bars' ? (
      <InteractiveDiverging chart={chart} view={view} />
    ) : undefined;
  const png = { svgHref, label: t('chart.png') };
  return <ChartFigure chart={chart} view={view} downloads={downloads} png={png} plot={plot} />;
}
