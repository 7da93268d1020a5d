import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getBoardReader } from '../../services/board/board-reader.server.ts';
import { boardChartSchema, getBoardChart } from '../../services/board/get-board-chart.server.ts';

/** A chart of a board page as CSV or SVG. */
export const loader = fileRoute(async ({ request }) => {
  const member = await requireMember(request);
  const wanted = parseParams(
    Object.fromEntries(new URL(request.url).searchParams),
    boardChartSchema,
  );
  const reader = await getBoardReader(request);
  const file = await respond(() => getBoardChart(member, reader, wanted));
  return fileResponse(file.body, file);
});
