import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import { findFieldedStudy, listFieldedSites } from '#db/queries/fielded-study.server.ts';
import { lockPerson } from '#db/queries/panel-person.server.ts';
import { findRoundOf } from '#db/queries/panel-rounds-of-person.server.ts';
import { findOwnPseudonym, insertPseudonym } from '#db/queries/pseudonym.server.ts';
import { findQuestionnaire, insertPanelStart } from '#db/queries/questionnaire.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { tokenHash } from '../../secrets.server.ts';
import { today } from '../../today.ts';
import {
  ballotCodeOf,
  isStart,
  newStart,
  respondentOf,
  type Ballot,
} from '../answering/ballot.server.ts';
import { insertFirstDraft } from '../answering/insert-first-draft.server.ts';
import { frameOf, readBallotState } from '../answering/read-ballot.server.ts';
import type { HeldReceipt } from '../answering/require-invitation.server.ts';
import { requireOpen } from '../answering/require-open.ts';
import type { InvitedBallot } from '../answering/start-ballot.server.ts';
import { forActivePerson, idsOf } from './for-person.server.ts';
import { requireOpenRound } from './require-open-round.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

type Begun = { studyId: string; receipt: HeldReceipt; siteId: string | null; language: string };

/** Of one person and wave: on a shared device a page of somebody else leads to no ballot of theirs. */
function ownStart({ actor }: PanelPerson, roundId: string, start: string): string {
  const given = isStart(start) ? start : newStart();
  return tokenHash(`${actor.memberId}/${roundId}/${given}`).slice(0, 32);
}

async function requireOpenQuestionnaire(tx: Transaction, reader: PanelPerson, roundId: string) {
  const { organisationId } = reader.actor;
  const round = await findRoundOf(tx, { ...idsOf(reader), roundId });
  if (!round?.waveId) throw new ServiceError('not-found');
  const { waveId } = round;
  const found = await findQuestionnaire(tx, { organisationId, waveId });
  const study = found && (await findFieldedStudy(tx, { organisationId, studyId: found.studyId }));
  if (!found || !study) throw new ServiceError('not-found', 'survey-not-found');
  requireOpen(found.studyState, found.waveState);
  return { waveId, studyId: found.studyId, study };
}

/** The panel's site where the study has it, or its only one; else the person is asked. */
async function findSite(tx: Transaction, reader: PanelPerson, ofStudy: { studyId: string }) {
  const { organisationId } = reader.actor;
  const sites = await listFieldedSites(tx, { organisationId, ...ofStudy });
  const own = sites.find(({ id }) => id === reader.panel.siteId);
  const known = own ?? (sites.length === 1 ? sites[0] : undefined);
  const filedAt = known ?? sites[0];
  if (!filedAt) throw new ServiceError('illegal-state', 'survey-not-open');
  return { siteId: known?.id ?? null, filedAt: filedAt.id };
}

/** Writes down that the person has begun; null where another page, here or elsewhere, has. */
async function begin(
  reader: PanelPerson,
  input: { roundId: string; startHash: string; wanted: readonly string[] },
): Promise<Begun | null> {
  const { organisationId, memberId } = reader.actor;
  const { roundId, startHash, wanted } = input;
  return forActivePerson(reader, async (tx) => {
    await requireOpenRound(tx, idsOf(reader), roundId);
    const { waveId, studyId, study } = await requireOpenQuestionnaire(tx, reader, roundId);
    const { siteId, filedAt } = await findSite(tx, reader, { studyId });
    const { language } = frameOf(study, wanted);
    const invitation = await insertPanelStart(tx, {
      ...{ organisationId, studyId, waveId, siteId: filedAt, panelMemberId: memberId, language },
      // Nobody holds the token: the person's own page is the way in.
      ...{ startHash, tokenHash: tokenHash(newStart()), invitedOn: today() },
    });
    if (!invitation) return null;
    const receipt = { organisationId, waveId, invitationId: invitation.id, reissued: '0' };
    return { studyId, receipt, siteId, language };
  });
}

/** The person's pseudonym in the study, made the first time; the person alone reaches it. */
async function takePseudonym(reader: PanelPerson, { studyId, receipt }: Begun): Promise<string> {
  const { organisationId, memberId } = reader.actor;
  return withActor(reader.actor, async (tx) => {
    // Of two clicks the second waits here and finds what the first has made.
    await lockPerson(tx, idsOf(reader));
    const known = await findOwnPseudonym(tx, { organisationId, memberId, studyId });
    if (known !== undefined) return known;
    const pseudonymId = randomUUID();
    const { invitationId } = receipt;
    await insertPseudonym(tx, { organisationId, pseudonymId, invitationId });
    return pseudonymId;
  });
}

/**
 * Begins the questionnaire of a round. That the person has begun, their pseudonym and what they answer
 * are written in three transactions; answers carry the pseudonym and nothing else that leads back.
 * Null where the person has begun on another page: their code opens what they have.
 */
export async function startQuestionnaire(
  reader: PanelPerson,
  input: { roundId: string; start: string; wanted: readonly string[] },
): Promise<InvitedBallot | null> {
  const { roundId, start, wanted } = input;
  const { code, startHash } = ballotCodeOf(ownStart(reader, roundId, start));
  const begun = await begin(reader, { roundId, startHash, wanted });
  if (!begun) return null;
  const { studyId, receipt, siteId, language } = begun;
  const pseudonymId = await takePseudonym(reader, begun);
  const ballot: Ballot = { organisationId: reader.actor.organisationId, studyId, code };
  const { waveId } = receipt;
  await withActor(respondentOf(ballot), async (tx) => {
    const { used } = await readBallotState(tx, ballot);
    if (used === null) {
      await insertFirstDraft(tx, ballot, { waveId, siteId, language, pseudonymId });
    }
  });
  return { ballot, receipt };
}
