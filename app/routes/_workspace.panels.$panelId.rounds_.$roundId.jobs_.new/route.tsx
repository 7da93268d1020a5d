import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { localTextField } from '../../services/local-text-schema.ts';
import { addDebriefing } from '../../services/panel-jobs/add-debriefing.server.ts';
import { addMargin } from '../../services/panel-jobs/add-margin.server.ts';
import { addReview } from '../../services/panel-jobs/add-review.server.ts';
import { getJobForm } from '../../services/panel-jobs/get-job-form.server.ts';
import { jobKinds } from '../../services/panel-jobs/job-kinds.ts';
import { roundParams } from '../../services/panels/round-params.ts';
import { DebriefingForm } from './debriefing-form.tsx';
import { MarginForm } from './margin-form.tsx';
import { ReviewForm } from './review-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const searchSchema = z.object({
  kind: z.enum(jobKinds).catch('debriefing'),
  instrument: z.string().nullable().catch(null),
});
const revision = z.coerce.number().int();
const named = z.string({ error: 'job-name-missing' }).trim().min(1, 'job-name-missing').max(200);
const bound = z.coerce.number({ error: 'bounds-wrong' });
const schema = z.discriminatedUnion('kind', [
  z.object({
    ...{ kind: z.literal('debriefing'), revision, instrumentVersionId: z.uuid() },
    itemIds: z.array(z.string()).min(1, 'job-items-missing'),
  }),
  z.object({
    ...{ kind: z.literal('review'), revision, name: named },
    text: localTextField(2000, 'words-missing'),
  }),
  z.object({ kind: z.literal('margin'), revision, metric: named, low: bound, high: bound }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const page = await respond(() => getJobForm(member, parseParams(params, roundParams)));
  const search = searchOf(request, searchSchema);
  const pageTitle = await panelPageTitle(request, 'rounds', page.frame.title);
  return { ...page, ...search, pageTitle };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const name = parseParams(params, roundParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const to = `/panels/${name.panelId}/rounds/${name.roundId}/jobs?done=added`;
  switch (form.kind) {
    case 'debriefing':
      return submitForm(submission, () => addDebriefing(member, { ...name, ...form }), to);
    case 'review':
      return submitForm(submission, () => addReview(member, { ...name, ...form }), to);
    case 'margin':
      return submitForm(submission, () => addMargin(member, { ...name, ...form }), to, {
        'bounds-wrong': 'high',
      });
  }
}

export default function NewJobPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('jobs');
  const reply = useActionData<typeof action>();
  const result = reply?.result ?? null;
  const refusal = reply?.refusal;
  const { frame, round, kind, instruments, instrument } = page;
  const shared = { revision: round.revision, result, refusal };
  return (
    <>
      <PanelHeader frame={frame} />
      <RefusalSummary refusal={refusal} />
      <h2>{t(`kind.${kind}`)}</h2>
      {kind === 'debriefing' ? (
        <DebriefingForm {...shared} instruments={instruments} chosen={instrument} />
      ) : null}
      {kind === 'review' ? <ReviewForm {...shared} languages={frame.languages} /> : null}
      {kind === 'margin' ? <MarginForm {...shared} /> : null}
    </>
  );
}
