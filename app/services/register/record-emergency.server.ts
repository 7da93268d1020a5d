import { insertStageEvent } from '#db/queries/stage-event.server.ts';
import type { Transaction } from '#db/database.ts';
import { addDays } from '../../days.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';

/** So many days after an emergency the decision about it must have been made. */
const daysToRatify = 14;

type Emergency = {
  organisationId: string;
  systemId: string;
  /** Null: the system as a whole. */
  deploymentId: string | null;
  /** Of the newest event that was seen; 0 where there is none. */
  newest: number;
  reason: string;
  decidedBy: string;
  recordedBy: string;
};

/** A stop before anybody has decided, which has to follow within days. The caller holds the lock of the stages. */
export async function recordEmergency(
  tx: Transaction,
  { newest, ...emergency }: Emergency,
): Promise<void> {
  const decidedOn = today();
  const added = await insertStageEvent(tx, {
    ...{ ...emergency, number: newest + 1, kind: 'emergency', stage: 'suspended', decidedOn },
    ratifyBy: addDays(decidedOn, daysToRatify),
  });
  if (!added) throw new ServiceError('conflict');
}
