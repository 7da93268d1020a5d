import { useLocation } from '@remix-run/react';
import type { ResultsPage } from '../../services/results/results-pages.ts';
import type { Chart } from '../charts/chart-types.ts';
import { ResultChart } from './result-chart.tsx';

/** The charts of a results page; their files are asked for with the filters of the address. */
export function ChartList({ page, charts }: { page: ResultsPage; charts: readonly Chart[] }) {
  const { pathname, search } = useLocation();
  const base = pathname.replace(/\/results.*$/u, '/results/chart');
  return charts.map((chart) => {
    const query = new URLSearchParams(search);
    query.set('page', page);
    query.set('chart', chart.id);
    return <ResultChart key={chart.id} chart={chart} fileHref={`${base}?${query.toString()}`} />;
  });
}
