import type { Transaction } from '#db/database.ts';
import { findVersionAlert, insertAlert, insertAlertEvent } from '#db/queries/alert.server.ts';
import type { QuarantineReason } from '#db/schema/monitoring-batch.ts';
import { addDays } from '../../days.ts';
import { today } from '../../today.ts';
import { daysToTriage } from '../monitoring/plan-words.ts';

/** One alert of a version as long as it is open; every further batch or message is an event of it. */
export async function raiseVersionAlert(
  tx: Transaction,
  alert: {
    organisationId: string;
    deploymentId: string;
    kind: QuarantineReason;
    version: string;
    /** What it came with: a batch, or what a registry said. */
    batchId: string | null;
    said?: Record<string, string>;
    recordedBy: string;
  },
): Promise<void> {
  const { organisationId, deploymentId, kind, version, batchId, recordedBy, said = {} } = alert;
  const dueOn = addDays(today(), daysToTriage.safety);
  const opened = await insertAlert(tx, {
    ...{ organisationId, deploymentId, kind, tier: 'safety', part: version, batchId, dueOn },
    evidence: { version, ...said },
  });
  const alertId = opened ?? (await findVersionAlert(tx, { ...alert }));
  if (alertId === undefined) throw new Error('the alert stands, or was opened in this transaction');
  await insertAlertEvent(tx, {
    ...{
      organisationId,
      alertId,
      recordedBy,
      detail: { ...(batchId === null ? {} : { batchId }), version, ...said },
    },
    ...(opened ? { kind: 'opened', dueOn } : { kind: 'seen-again' }),
  });
}
