import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import { insertConcern, isConcern } from '#db/queries/safeguarding.server.ts';
import { findConcern } from './find-concern.ts';
import type { RaisedConcern } from './tell-named-person.server.ts';

type Sent = {
  organisationId: string;
  panelId: string;
  memberId: string;
  contributionId: string;
  text: string;
};

/**
 * Raises a concern where what somebody sends holds a phrase that may be a sign of danger or distress, in the
 * transaction that keeps the words and as the person. Returns what `tellNamedPerson` needs after it; null
 * where there is nothing to tell.
 */
export async function raisePhraseConcern(
  tx: Transaction,
  { organisationId, panelId, memberId, contributionId, text }: Sent,
): Promise<RaisedConcern | null> {
  if (findConcern(text) === null) return null;
  const ofConcern = { organisationId, panelId, concernId: randomUUID() };
  await insertConcern(tx, {
    ...{ organisationId, panelId, memberId, contributionId, source: 'phrase' },
    id: ofConcern.concernId,
  });
  return (await isConcern(tx, ofConcern)) ? ofConcern : null;
}
