import type { Transaction } from '#db/database.ts';
import { findFieldedStudy, listWaveStates } from '#db/queries/fielded-study.server.ts';
import { findStudyLink } from '#db/queries/study-link.server.ts';
import { localText } from '#surveys/model/languages.ts';
import { textItemsOf } from '#surveys/model/text-items.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { comesThroughPanel, isFieldable } from '../studies/response-modes.ts';
import { newStart } from './ballot.server.ts';
import { loadInstrument } from './load-instrument.server.ts';
import { frameOf, type SurveyFrame } from './read-ballot.server.ts';
import { requireInvitation } from './require-invitation.server.ts';
import { requireOpen, requireOpenWave } from './require-open.ts';

export type StartPage = SurveyFrame & {
  description: string;
  minutes: number;
  isAnonymous: boolean;
  /** Goes into the form: see `newStart`. */
  start: string;
};

type OfStudy = { organisationId: string; studyId: string };

const secondsAnItem = 15;
const secondsATextItem = 90;
const secondsAround = 120;

/** A study that is begun by a link. */
export async function requireFieldedStudy(tx: Transaction, ofStudy: OfStudy) {
  const study = await findFieldedStudy(tx, ofStudy);
  if (!study) throw new ServiceError('not-found', 'survey-not-found');
  if (!isFieldable(study.responseMode)) {
    throw new ServiceError('illegal-state', 'response-mode-not-offered');
  }
  if (comesThroughPanel(study.responseMode)) {
    throw new ServiceError('illegal-state', 'answers-through-panel');
  }
  return study;
}

async function readStartPage(
  ofStudy: OfStudy,
  wanted: readonly string[],
  waveId: string | null,
): Promise<StartPage> {
  return withActor({ kind: 'respondent', ...ofStudy, ballotHash: null }, async (tx) => {
    const study = await requireFieldedStudy(tx, ofStudy);
    const waves = await listWaveStates(tx, ofStudy);
    if (waveId === null) requireOpenWave(study.state, waves);
    else requireOpen(study.state, waves.find(({ id }) => id === waveId)?.state ?? 'closed');
    const instrument = await loadInstrument(tx, {
      organisationId: ofStudy.organisationId,
      versionId: study.instrumentVersionId,
      contentHash: study.contentHash,
    });
    const frame = frameOf(study, wanted);
    const seconds =
      instrument.items.length * secondsAnItem +
      textItemsOf(instrument).length * secondsATextItem +
      secondsAround;
    return {
      ...frame,
      description: localText(instrument.description, frame.language, instrument.sourceLanguage),
      minutes: Math.ceil(seconds / 60),
      isAnonymous: study.responseMode === 'anonymous',
      start: newStart(),
    };
  });
}

/** A poster in one language opens in it, unless another one is asked for in the address. */
function preferring(language: string | null, asked: string | null, wanted: readonly string[]) {
  return language !== null && asked === null ? [language, ...wanted] : wanted;
}

export type StartRequest = { wanted: readonly string[]; asked: string | null };

/** What an open link shows. */
export async function getStartPage({
  code,
  wanted,
  asked,
}: StartRequest & { code: string }): Promise<StartPage> {
  const link = await withActor({ kind: 'public', key: code }, (tx) => findStudyLink(tx, { code }));
  if (!link) throw new ServiceError('not-found', 'survey-not-found');
  const { organisationId, studyId, language } = link;
  return readStartPage({ organisationId, studyId }, preferring(language, asked, wanted), null);
}

export type InvitationPage = { isUsed: true } | (StartPage & { isUsed: false });

/** What a personal link shows. Nothing is consumed: scanners of mail open links, too. */
export async function getInvitationPage({
  token,
  wanted,
  asked,
}: StartRequest & { token: string }): Promise<InvitationPage> {
  const invitation = await requireInvitation(token);
  if (invitation.consumed) return { isUsed: true };
  const { organisationId, studyId, waveId, language } = invitation;
  const page = await readStartPage(
    { organisationId, studyId },
    preferring(language, asked, wanted),
    waveId,
  );
  return { isUsed: false, ...page };
}
