import type { Transaction } from '#db/database.ts';
import { findBallotState } from '#db/queries/ballot-state.server.ts';
import type { FieldedStudy } from '#db/queries/fielded-study.server.ts';
import type { DraftContent, DraftOnly } from '#db/schema/answering.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { localText, type Language } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { languageSchema, negotiateLanguage } from '../../i18n/locales.ts';
import { ballotHashOf, type Ballot } from './ballot.server.ts';
import { loadInstrument } from './load-instrument.server.ts';
import { MovedOn } from './moved-on.ts';
import { requireOpen } from './require-open.ts';

type BallotState = NonNullable<Awaited<ReturnType<typeof findBallotState>>>;

/** What stands above every page of a survey. */
export type SurveyFrame = {
  organisation: string;
  contact: string;
  title: string;
  language: Language;
  languages: Language[];
};

export function frameOf(study: FieldedStudy, wanted: readonly string[]): SurveyFrame {
  const languages = study.languages.map((language) => languageSchema.parse(language));
  const language = negotiateLanguage(wanted, languages);
  const { organisation, contact } = study;
  const title = localText(study.title, language, languages[0] ?? language);
  return { organisation, contact, title, language, languages };
}

export async function readBallotState(tx: Transaction, ballot: Ballot): Promise<BallotState> {
  const { organisationId, studyId, code } = ballot;
  const ballotHash = ballotHashOf(code);
  const state = await findBallotState(tx, { organisationId, studyId, ballotHash });
  if (!state) throw new ServiceError('not-found', 'survey-not-found');
  return state;
}

export type BallotUnderWay = {
  study: FieldedStudy;
  instrument: Instrument;
  content: DraftContent & DraftOnly;
  waveId: string;
};

async function underWay(
  tx: Transaction,
  ballot: Ballot,
  { study, content, waveId, waveState, used }: BallotState,
): Promise<BallotUnderWay> {
  if (used !== null) throw new MovedOn('done');
  if (content === null || waveId === null || waveState === null) throw new MovedOn('start');
  requireOpen(study.state, waveState);
  const instrument = await loadInstrument(tx, {
    organisationId: ballot.organisationId,
    versionId: study.instrumentVersionId,
    contentHash: study.contentHash,
  });
  return { study, instrument, content, waveId };
}

/** The draft of an open survey. A ballot that was sent, or has none, is led to where it belongs. */
export async function requireDraft(tx: Transaction, ballot: Ballot): Promise<BallotUnderWay> {
  return underWay(tx, ballot, await readBallotState(tx, ballot));
}

/** As `requireDraft`, once the person has agreed to take part. */
export async function requireConsented(
  tx: Transaction,
  ballot: Ballot,
  known?: BallotState,
): Promise<BallotUnderWay> {
  const found = await underWay(tx, ballot, known ?? (await readBallotState(tx, ballot)));
  if (found.content.consentVersionId === null) throw new MovedOn('consent');
  return found;
}
