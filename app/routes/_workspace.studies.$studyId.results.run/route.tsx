import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { readForm } from '../../http/read-form.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { cancelAnalysisRun } from '../../services/results/cancel-run.server.ts';
import { restartAnalysisRun } from '../../services/results/restart-run.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';

const schema = z.object({
  intent: z.enum(['cancel', 'again']),
  run: z.uuid(),
  /** A page of ours: the study's results or the board. */
  to: z.string().regex(/^\/(studies|board)(\/|\?|$)/u),
});

/** Who signs in on the way here comes back by GET. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/studies/${parseParams(params, studyParams).studyId}/results`);
}

/** Stops a computation or starts it again, then shows the page it was asked on. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'results.compute');
  parseParams(params, studyParams);
  const form = schema.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) throw data({ code: 'malformed-form' }, { status: 400 });
  const { intent, run, to } = form.data;
  switch (intent) {
    case 'cancel':
      await respond(() => cancelAnalysisRun(member, run));
      break;
    case 'again':
      await respond(() => restartAnalysisRun(member, run));
      break;
  }
  return redirect(to, 303);
}
