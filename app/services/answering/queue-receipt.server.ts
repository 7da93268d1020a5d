import { insertReceipt } from '#db/queries/ballot.server.ts';
import { withActor } from '../../database.server.ts';
import type { Receipt } from './ballot.server.ts';

/**
 * Tells the invitation that it was answered, later and among others. A transaction of its own, whose
 * actor holds no ballot: nothing of the answers is in reach here.
 */
export async function queueReceipt(studyId: string, receipt: Receipt): Promise<void> {
  const { organisationId } = receipt;
  await withActor({ kind: 'respondent', organisationId, studyId, ballotHash: null }, (tx) =>
    insertReceipt(tx, receipt),
  );
}
