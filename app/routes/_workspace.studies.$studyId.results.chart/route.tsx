import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { chartFileSchema, getChartFile } from '../../services/results/get-chart-file.server.ts';
import { filterSchema } from '../../services/results/page-params.ts';
import { getReader } from '../../services/results/reader.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';

/** A chart of a results page as CSV or SVG. */
export const loader = fileRoute(async ({ request, params }) => {
  const member = await requireMember(request);
  const { studyId } = parseParams(params, studyParams);
  const wanted = parseParams(
    Object.fromEntries(new URL(request.url).searchParams),
    chartFileSchema,
  );
  const reader = await getReader(request);
  const filter = searchOf(request, filterSchema);
  const file = await respond(() => getChartFile(member, reader, studyId, { ...filter, ...wanted }));
  return fileResponse(file.body, file);
});
