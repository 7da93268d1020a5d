import { z } from 'zod';
import { chartToCsv } from '../../components/charts/chart-csv.ts';
import { chartView } from '../../components/results/chart-view.ts';
import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getWatchedMetric } from '../../services/monitoring/get-monitoring.server.ts';
import { getMonitoringReader } from '../../services/monitoring/monitoring-reader.server.ts';
import { deploymentParams } from '../../services/register/register-schema.ts';
import { getReader } from '../../services/results/reader.server.ts';
import { ServiceError } from '../../errors.ts';

const schema = z.object({ metric: z.uuid() });

/** The chart of a metric as CSV: the numbers of its table, neither more nor fewer. */
export const loader = fileRoute(async ({ request, params }) => {
  const member = await requireMember(request);
  const ids = parseParams(params, deploymentParams);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { metric: metricId } = parseParams(asked, schema);
  const [reader, results] = [await getMonitoringReader(request), await getReader(request)];
  const { chart } = await respond(async () => {
    const page = await getWatchedMetric(member, reader, { ...ids, metricId });
    if (page.chart === null) throw new ServiceError('not-found');
    return { chart: page.chart };
  });
  const csv = chartToCsv(chart, chartView(results.t, results.language));
  return fileResponse(csv, { name: `${chart.id}.csv`, type: 'text/csv; charset=utf-8' });
});
