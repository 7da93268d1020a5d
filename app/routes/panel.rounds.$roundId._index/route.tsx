import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { localText } from '#surveys/model/languages.ts';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { Paragraphs } from '../../components/panel/paragraphs.tsx';
import { useLocal } from '../../components/use-local.ts';
import { CodeError } from '../../components/respondent/code-form.tsx';
import { ballotCookie, receiptCookie } from '../../http/cookies.server.ts';
import { panelTitle, readPerson } from '../../http/panel-request.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { findBallot, formText, stepAddress } from '../../http/respondent-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { ownBallotLink, type Ballot } from '../../services/answering/ballot.server.ts';
import type { HeldReceipt } from '../../services/answering/require-invitation.server.ts';
import { findStep } from '../../services/answering/resume-ballot.server.ts';
import { getQuestionnaire } from '../../services/taking-part/get-questionnaire.server.ts';
import { getRoundPage } from '../../services/taking-part/get-round-page.server.ts';
import { resumeQuestionnaire } from '../../services/taking-part/resume-questionnaire.server.ts';
import { startQuestionnaire } from '../../services/taking-part/start-questionnaire.server.ts';
import { roundParams } from '../../services/taking-part/round-params.ts';
import styles from '../../styles/respondent.css?url';
import { QuestionnaireStep } from './questionnaire-step.tsx';
import { RoundSteps } from './round-steps.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const { frame } = reader;
  const { roundId } = parseParams(params, roundParams);
  const round = await respond(() => getRoundPage(reader, roundId));
  const questionnaire = await respond(() => getQuestionnaire(reader, roundId));
  const goOnHref = await findGoOn(request, questionnaire);
  const pageTitle = await panelTitle(context, frame, () =>
    localText(round.title, frame.language, 'en'),
  );
  return {
    frame,
    round,
    questionnaire: questionnaire && { ...questionnaire, goOnHref },
    pageTitle,
  };
}

/** Only where the receipt says that this person began here: somebody else may share the device. */
async function findGoOn(
  request: Request,
  questionnaire: Awaited<ReturnType<typeof getQuestionnaire>>,
): Promise<string | null> {
  const ballot = findBallot(request, ownBallotLink);
  const receipt = receiptCookie.read(request);
  if (!questionnaire || !ballot || ballot.studyId !== questionnaire.studyId) return null;
  if (receipt === null || receipt.invitationId !== questionnaire.invitationId) return null;
  return stepAddress(ownBallotLink, await respond(() => findStep(ballot)));
}

function goTo(
  address: string,
  { ballot, receipt }: { ballot: Ballot; receipt: HeldReceipt | null },
) {
  const headers = new Headers();
  headers.append('Set-Cookie', ballotCookie.set({ ...ballot, link: ownBallotLink, linking: '' }));
  headers.append('Set-Cookie', receipt ? receiptCookie.set(receipt) : receiptCookie.clear());
  return redirect(address, { status: 303, headers });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const reader = await readPerson(request);
  const { roundId } = parseParams(params, roundParams);
  const form = await readForm(request);
  const { language } = reader.frame;
  if (!form.has('code')) {
    const start = formText(form, 'start');
    const input = { roundId, start, wanted: [language] };
    const started = await respond(() => startQuestionnaire(reader, input));
    if (!started) return redirect(`/panel/rounds/${roundId}#questionnaire`, 303);
    return goTo(`${stepAddress(ownBallotLink, 'consent')}?lang=${language}`, started);
  }
  const typed = formText(form, 'code');
  const { resumed, receipt } = await respond(() => resumeQuestionnaire(reader, { roundId, typed }));
  if (!resumed.ok) {
    const { problem } = resumed;
    return data({ problem, typed }, { status: problem === 'unknown' ? 404 : 400 });
  }
  const { ballot, step } = resumed;
  const query = resumed.language === null ? '' : `?lang=${resumed.language}`;
  return goTo(stepAddress(ownBallotLink, step) + query, { ballot, receipt });
}

export default function RoundPage() {
  const { frame, round, questionnaire } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  const { text, date } = useLocal();
  return (
    <PanelShell frame={frame}>
      <DoneNotice
        words={{
          sent: t('round.done.sent'),
          nothing: t('round.done.nothing'),
          saved: t('round.done.saved'),
          voted: t('round.done.voted'),
          rated: t('round.done.rated'),
        }}
      />
      <CodeError problem={refused?.problem} />
      <h1 dir="auto">{text(round.title)}</h1>
      <Paragraphs text={round.intro} />
      {round.isOpen ? (
        <>
          <p>{t('round.minutes', { count: round.minutes })}</p>
          {round.closesOn !== null && <p>{t('round.until', { day: date(round.closesOn) })}</p>}
          <p>{t('round.pause')}</p>
        </>
      ) : (
        <>
          <p>
            {round.endedOn === null
              ? t('round.over')
              : t('round.overOn', { day: date(round.endedOn) })}
          </p>
          {round.isOutcomeDue && <p>{t('round.outcomeDue')}</p>}
        </>
      )}
      {Object.keys(round.outcome).length > 0 && (
        <>
          <h2>{t('round.outcome')}</h2>
          <Paragraphs text={round.outcome} />
        </>
      )}
      {questionnaire && <QuestionnaireStep questionnaire={questionnaire} refused={refused} />}
      <RoundSteps round={round} />
    </PanelShell>
  );
}
