import type { Transaction } from '#db/database.ts';
import { listWaveStates } from '#db/queries/fielded-study.server.ts';
import { consumeInvitation } from '#db/queries/invitation-token.server.ts';
import { findStudyLink } from '#db/queries/study-link.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { takePoint } from '../../http/rate-limit.server.ts';
import { tokenHash } from '../../secrets.server.ts';
import { ballotCodeOf, respondentOf, type Ballot } from './ballot.server.ts';
import { requireFieldedStudy } from './get-start-page.server.ts';
import { insertFirstDraft } from './insert-first-draft.server.ts';
import { newCode } from './personal-code.server.ts';
import { frameOf, readBallotState } from './read-ballot.server.ts';
import { receiptOf, requireInvitation, type HeldReceipt } from './require-invitation.server.ts';
import { requireOpen, requireOpenWave } from './require-open.ts';

/** A page kept open on a shared device may send a start again that somebody else went on with. */
async function isUntouched(tx: Transaction, ballot: Ballot): Promise<boolean> {
  const { used, content } = await readBallotState(tx, ballot);
  return used === null && (content === null || content.consentVersionId === null);
}

type StartInput = { start: string; wanted: readonly string[] };

/** Begins to answer by an open link. A double click begins once; a second person begins anew. */
export async function startOpenBallot(input: StartInput & { code: string }): Promise<Ballot> {
  const { code: linkCode, start, wanted } = input;
  const link = await withActor({ kind: 'public', key: linkCode }, (tx) =>
    findStudyLink(tx, { code: linkCode }),
  );
  if (!link) throw new ServiceError('not-found', 'survey-not-found');
  await takePoint('start', linkCode, 'too-many-starts');
  const { organisationId, studyId, siteId } = link;
  const first: Ballot = { organisationId, studyId, code: ballotCodeOf(start).code };
  const isFree = await withActor(respondentOf(first), (tx) => isUntouched(tx, first));
  const ballot = isFree ? first : { ...first, code: newCode('ballot') };
  return withActor(respondentOf(ballot), async (tx) => {
    const study = await requireFieldedStudy(tx, link);
    const waveId = requireOpenWave(study.state, await listWaveStates(tx, link));
    await insertFirstDraft(tx, ballot, {
      waveId,
      siteId,
      language: frameOf(study, wanted).language,
    });
    return ballot;
  });
}

export type InvitedBallot = {
  ballot: Ballot;
  receipt: HeldReceipt;
};

/**
 * Consumes a personal link and begins. Who was invited and what is answered are written in separate
 * transactions; between them stands only the start, which nobody stores.
 */
export async function startInvitedBallot(
  input: StartInput & { token: string },
): Promise<InvitedBallot> {
  const key = tokenHash(input.token);
  const anybody = { kind: 'public', key } as const;
  const invitation = await requireInvitation(input.token);
  const { organisationId, studyId, waveId, siteId } = invitation;
  const { code, startHash } = ballotCodeOf(input.start);
  const ballot: Ballot = { organisationId, studyId, code };

  const language = await withActor(respondentOf(ballot), async (tx) => {
    const study = await requireFieldedStudy(tx, invitation);
    const waves = await listWaveStates(tx, invitation);
    requireOpen(study.state, waves.find(({ id }) => id === waveId)?.state ?? 'closed');
    return frameOf(study, input.wanted).language;
  });
  const mayStart = await withActor(anybody, (tx) =>
    consumeInvitation(tx, { tokenHash: key, startHash }),
  );
  if (!mayStart) throw new ServiceError('gone', 'invitation-used');
  await withActor(respondentOf(ballot), async (tx) => {
    const { used } = await readBallotState(tx, ballot);
    if (used === null) await insertFirstDraft(tx, ballot, { waveId, siteId, language });
  });
  return { ballot, receipt: receiptOf(invitation) };
}
