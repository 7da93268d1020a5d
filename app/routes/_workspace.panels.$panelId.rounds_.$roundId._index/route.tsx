import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { RoundProblems, RoundWarnings } from '../../components/round-problems.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { deleteRound } from '../../services/panels/delete-round.server.ts';
import { getRound } from '../../services/panels/get-round.server.ts';
import { roundParams } from '../../services/panels/round-params.ts';
import { moveClosingDay } from '../../services/panels/save-round.server.ts';
import { AskedList } from './asked-list.tsx';
import { RoundActions } from './round-actions.tsx';
import { RoundFacts } from './round-facts.tsx';
import { SurveyNote } from './survey-note.tsx';
import { VoteTable } from './vote-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('delete') }),
  z.object({
    intent: z.literal('move'),
    revision: z.coerce.number().int(),
    closesOn: z.iso.date('date-invalid'),
  }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getRound(member, parseParams(params, roundParams)));
  return { pageTitle: await panelPageTitle(request, 'rounds', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const name = parseParams(params, roundParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const rounds = `/panels/${name.panelId}/rounds`;
  if (form.intent === 'delete') {
    return submit(() => deleteRound(member, name), `${rounds}?done=deleted`);
  }
  const { revision, closesOn } = form;
  return submitForm(
    submission,
    () => moveClosingDay(member, { ...name, revision, closesOn }),
    `${rounds}/${name.roundId}?done=moved`,
    { 'round-date-past': 'closesOn' },
  );
}

export default function RoundPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, round, prompts, statements, problems, warnings } = page;
  const { t } = useTranslation(['panels', 'jobs', 'themes']);
  const { text } = useLocal();
  const reply = useActionData<typeof action>();
  const result = reply && 'result' in reply ? reply.result : null;
  const home = `/panels/${frame.id}/rounds/${round.id}`;
  const isDraft = round.state === 'draft';
  const isOfSurvey = round.source === 'survey';
  const mayChange = frame.may.manage && frame.state !== 'closed' && !isOfSurvey;
  const mayEdit = mayChange && isDraft;
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice
        words={{
          created: t('done.roundCreated'),
          saved: t('done.saved'),
          removed: t('done.removed'),
          opened: t('done.roundOpened'),
          asked: t('done.asked'),
          moved: t('done.saved'),
          closed: t('done.roundClosed'),
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <h2>{t('round.name', { number: round.number, title: text(round.title) })}</h2>
      {isDraft ? <RoundProblems problems={problems} home={home} /> : null}
      {isDraft ? <RoundWarnings warnings={warnings} /> : null}
      {isOfSurvey ? <SurveyNote frame={frame} round={round} /> : <RoundFacts page={page} />}
      {isOfSurvey ? null : (
        <p>
          <Link to={`${home}/jobs`}>{t('jobs:open')}</Link>
        </p>
      )}
      <AskedList kind="prompt" asked={prompts} home={home} mayEdit={mayEdit} />
      {isOfSurvey ? null : (
        <AskedList kind="statement" asked={statements} home={home} mayEdit={mayEdit} />
      )}
      {isDraft || statements.length === 0 ? null : (
        <>
          <VoteTable statements={statements} votes={page.votes} minimum={page.minimumGroup} />
          <p>
            <Link to={`${home}/opinion`}>{t('themes:opinion.title')}</Link>
          </p>
        </>
      )}
      {mayChange ? <RoundActions round={round} home={home} result={result} /> : null}
    </>
  );
}
