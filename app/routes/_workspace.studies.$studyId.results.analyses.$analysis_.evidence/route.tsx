import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { keepAnalysis, populationSchema } from '../../services/evidence/keep-analysis.server.ts';
import { analysisIds } from '../../services/psychometrics/analysis-ids.ts';
import { getAnalysisReader } from '../../services/psychometrics/reader.server.ts';

const paramsSchema = z.object({ studyId: z.uuid(), analysis: z.enum(analysisIds) });

function pageOf(request: Request, extra: Record<string, string> = {}): string {
  const { pathname, searchParams } = new URL(request.url);
  for (const [name, value] of Object.entries(extra)) searchParams.set(name, value);
  return `${pathname.replace(/\/evidence$/u, '')}?${searchParams.toString()}`;
}

/** Who signs in on the way here comes back by GET. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(pageOf(request));
}

/** Keeps an analysis in the dossier of the instrument, then shows the dossier. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'evidence.manage');
  const { studyId, analysis } = parseParams(params, paramsSchema);
  const population = populationSchema.safeParse((await readForm(request)).get('population'));
  if (!population.success) {
    return redirect(`${pageOf(request, { problem: 'population' })}#population`, 303);
  }
  const reader = await getAnalysisReader(request);
  const { searchParams: search } = new URL(request.url);
  const { instrumentId } = await respond(() =>
    keepAnalysis(member, reader, { studyId, analysis, search }, population.data),
  );
  return redirect(`/instruments/${instrumentId}/evidence?done=added`, 303);
}
