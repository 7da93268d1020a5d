import {
  createReadableStreamFromReadable,
  data,
  redirect,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { z } from 'zod';
import { attempt } from '../../http/attempt.server.ts';
import { fileResponse } from '../../http/file-response.server.ts';
import { fileRoute } from '../../http/file-route.server.tsx';
import { readForm } from '../../http/read-form.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { languageSchema } from '../../i18n/locales.ts';
import { exportCodebook } from '../../services/exports/export-codebook.server.ts';
import { exportProblems } from '../../services/exports/export-problems.ts';
import {
  exportInputSchema,
  exportResponses,
} from '../../services/exports/export-responses.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';

const formSchema = z.object({
  file: z.enum(['responses', 'codebook']),
  language: languageSchema,
});

/** Who signs in on the way here comes back by GET, and is shown the page that asks for the file. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/studies/${parseParams(params, studyParams).studyId}/export`);
}

/** The file itself. What is wrong with the form, or why there is none, is said on the page. */
export const action = fileRoute(async ({ request, params }) => {
  const member = await requireMemberWho(request, 'responses.export');
  const { studyId } = parseParams(params, studyParams);
  const fields = Object.fromEntries(await readForm(request));
  const back = (problem: string) => redirect(`/studies/${studyId}/export?problem=${problem}`, 303);
  const form = formSchema.safeParse(fields);
  if (!form.success) throw data({ code: 'malformed-form' }, { status: 400 });
  const input = exportInputSchema.safeParse({
    reason: fields['reason'],
    hasByteOrderMark: fields['bom'] === 'yes',
  });
  if (!input.success) return back(input.error.issues[0]?.message ?? 'reason-required');
  const { file, language } = form.data;
  const exported = await attempt(exportProblems, async () =>
    file === 'responses'
      ? createReadableStreamFromReadable(await exportResponses(member, studyId, input.data))
      : exportCodebook(member, studyId, { ...input.data, language }),
  );
  if (!exported.ok) return back(exported.reason);
  const name = file === 'responses' ? 'responses.csv' : `codebook-${language}.csv`;
  return fileResponse(exported.result, { name, type: 'text/csv; charset=utf-8' });
});
