import { z } from 'zod';
import type { Member } from '#db/actor.server.ts';
import type { Chart } from '../../components/charts/chart-types.ts';
import { chartToCsv } from '../../components/charts/chart-csv.ts';
import { renderChartSvg } from '../../components/charts/chart-svg.tsx';
import { chartView } from '../../components/results/chart-view.ts';
import { ServiceError } from '../../errors.ts';
import { getChangePage } from './get-change-page.server.ts';
import { getGroups } from './get-groups.server.ts';
import { getItems } from './get-items.server.ts';
import { getOverview } from './get-overview.server.ts';
import { getScales } from './get-scales.server.ts';
import type { ResultsFilter } from './page-params.ts';
import type { Reader } from './reader.server.ts';
import { chartPages } from './results-pages.ts';

const pages = {
  overview: getOverview,
  items: getItems,
  scales: getScales,
  groups: getGroups,
  change: getChangePage,
} as const;

export const chartFileSchema = z.object({
  page: z.enum(chartPages),
  chart: z.string().max(100),
  format: z.enum(['csv', 'svg']),
});
export type ChartFileRequest = z.infer<typeof chartFileSchema>;

export type ChartFile = { name: string; type: string; body: string };

export function chartFile(reader: Reader, chart: Chart, format: 'csv' | 'svg'): ChartFile {
  const view = chartView(reader.t, reader.language);
  return format === 'csv'
    ? { name: `${chart.id}.csv`, type: 'text/csv; charset=utf-8', body: chartToCsv(chart, view) }
    : { name: `${chart.id}.svg`, type: 'image/svg+xml', body: renderChartSvg(chart, view) };
}

/** The chart of a page as a file: the same object, so the same numbers and the same suppression. */
export async function getChartFile(
  member: Member,
  reader: Reader,
  studyId: string,
  { page, chart, format, ...filter }: ChartFileRequest & ResultsFilter,
): Promise<ChartFile> {
  const { charts } = await pages[page](member, reader, studyId, filter);
  const found = charts.find(({ id }) => id === chart);
  if (!found) throw new ServiceError('not-found');
  return chartFile(reader, found, format);
}
