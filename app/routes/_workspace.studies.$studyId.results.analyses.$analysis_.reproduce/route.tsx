import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { attempt } from '../../http/attempt.server.ts';
import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { analysisIds } from '../../services/psychometrics/analysis-ids.ts';
import { getAnalysisReader } from '../../services/psychometrics/reader.server.ts';
import {
  reproduceAnalysis,
  reproduceInputSchema,
} from '../../services/psychometrics/reproduce/reproduce-analysis.server.ts';

const paramsSchema = z.object({ studyId: z.uuid(), analysis: z.enum(analysisIds) });

function pageOf(request: Request, extra: Record<string, string> = {}): string {
  const { pathname, searchParams } = new URL(request.url);
  for (const [name, value] of Object.entries(extra)) searchParams.set(name, value);
  return `${pathname.replace(/\/reproduce$/u, '')}?${searchParams.toString()}`;
}

/** Who signs in on the way here comes back by GET. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(pageOf(request));
}

/** The archive by which others compute an analysis again. */
export const action = fileRoute(async ({ request, params }) => {
  const member = await requireMemberWho(request, 'results.read');
  const { studyId, analysis } = parseParams(params, paramsSchema);
  const form = Object.fromEntries(await readForm(request));
  const input = reproduceInputSchema.safeParse(form);
  const reader = await getAnalysisReader(request);
  const { searchParams: search } = new URL(request.url);
  const reason = input.success ? input.data.reason : undefined;
  const made = await attempt(['reason-required'], () =>
    reproduceAnalysis(member, reader, { studyId, analysis, search }, reason),
  );
  if (!made.ok) return redirect(`${pageOf(request, { problem: made.reason })}#reason`, 303);
  return fileResponse(made.result.body, made.result);
});
