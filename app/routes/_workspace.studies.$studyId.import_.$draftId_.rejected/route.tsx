import { z } from 'zod';
import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { listRejectedRows } from '../../services/imports/rejected-rows.server.ts';
import { getReader } from '../../services/results/reader.server.ts';

const paramsSchema = z.object({ studyId: z.uuid(), draftId: z.uuid() });

/** Every rejected row as a file. */
export const loader = fileRoute(async ({ request, params }) => {
  const member = await requireMember(request);
  const ids = parseParams(params, paramsSchema);
  const { t } = await getReader(request);
  const csv = await respond(() => listRejectedRows(member, ids, t));
  return fileResponse(csv, { name: 'rejected-rows.csv', type: 'text/csv; charset=utf-8' });
});
