import type { Transaction } from '#db/database.ts';
import { insertDraft } from '#db/queries/draft.server.ts';
import { today } from '../../today.ts';
import { ballotHashOf, type Ballot } from './ballot.server.ts';
import { firstContent } from './first-content.ts';

export type Beginning = {
  waveId: string;
  /** Null: the person is asked. */
  siteId: string | null;
  language: string;
  pseudonymId?: string;
};

/** Begins to keep what is answered under a ballot; one that has begun stays as it is. */
export async function insertFirstDraft(
  tx: Transaction,
  { organisationId, studyId, code }: Ballot,
  beginning: Beginning,
): Promise<void> {
  await insertDraft(tx, {
    organisationId,
    studyId,
    waveId: beginning.waveId,
    ballotHash: ballotHashOf(code),
    content: firstContent(beginning),
    day: today(),
  });
}
