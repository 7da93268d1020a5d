import { z } from 'zod';
import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { chartsOf, getWatchedMetric } from '../../services/monitoring/get-watched-metric.server.ts';
import { getMonitoringReader } from '../../services/monitoring/monitoring-reader.server.ts';
import {
  getOversight,
  oversightCharts,
} from '../../services/monitoring/oversight/get-oversight.server.ts';
import { deploymentParams } from '../../services/register/register-schema.ts';
import { chartFile } from '../../services/results/get-chart-file.server.ts';
import { getReader } from '../../services/results/reader.server.ts';
import { ServiceError } from '../../errors.ts';

const schema = z.object({
  /** Without: a figure of the page about people and the system. */
  metric: z.uuid().optional(),
  chart: z.string().max(200),
  format: z.enum(['csv', 'svg']),
});

/** A figure of a metric's page, or of that about people and the system, as CSV or SVG: the same object, so neither more nor fewer numbers. */
export const loader = fileRoute(async ({ request, params }) => {
  const member = await requireMember(request);
  const ids = parseParams(params, deploymentParams);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { metric: metricId, chart, format } = parseParams(asked, schema);
  const [reader, results] = [await getMonitoringReader(request), await getReader(request)];
  const file = await respond(async () => {
    const charts =
      metricId === undefined
        ? oversightCharts(await getOversight(member, reader, ids))
        : chartsOf(await getWatchedMetric(member, reader, { ...ids, metricId }));
    const found = charts.find(({ id }) => id === chart);
    if (!found) throw new ServiceError('not-found');
    return chartFile(results, found, format);
  });
  return fileResponse(file.body, file);
});
