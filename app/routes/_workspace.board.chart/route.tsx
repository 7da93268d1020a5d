import { data } from '@remix-run/node';
import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getBoardReader } from '../../services/board/board-reader.server.ts';
import { boardChartSchema, getBoardChart } from '../../services/board/get-board-chart.server.ts';

/** A chart of a board page as CSV or SVG. */
export const loader = fileRoute(async ({ request }) => {
  const member = await requireMember(request);
  const wanted = boardChartSchema.safeParse(
    Object.fromEntries(new URL(request.url).searchParams.entries()),
  );
  if (!wanted.success) throw data({ code: 'not-found' }, { status: 404 });
  const reader = await getBoardReader(request);
  const file = await respond(() => getBoardChart(member, reader, wanted.data));
  return fileResponse(file.body, file);
});
