import { data } from '@remix-run/node';
import { z } from 'zod';
import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import {
  analysisFileSchema,
  getAnalysisFile,
} from '../../services/psychometrics/analysis-file.server.ts';
import { analysisIds } from '../../services/psychometrics/analysis-ids.ts';
import { getAnalysisReader } from '../../services/psychometrics/reader.server.ts';

const paramsSchema = z.object({ studyId: z.uuid(), analysis: z.enum(analysisIds) });

/** A table or chart of an analysis as CSV or SVG, or its whole page as a document. */
export const loader = fileRoute(async ({ request, params }) => {
  const member = await requireMember(request);
  const { studyId, analysis } = parseParams(params, paramsSchema);
  const search = new URL(request.url).searchParams;
  const wanted = analysisFileSchema.safeParse(Object.fromEntries(search.entries()));
  if (!wanted.success) throw data({ code: 'not-found' }, { status: 404 });
  const reader = await getAnalysisReader(request);
  const file = await respond(() =>
    getAnalysisFile(member, reader, { studyId, analysis, search }, wanted.data),
  );
  return fileResponse(file.body, file);
});
