import {
  insertPeriod,
  listPeriods,
  lockDeployment,
  supersedePeriod,
} from '#db/queries/deployment-period.server.ts';
import { listDeployments } from '#db/queries/deployment.server.ts';
import type { Transaction } from '#db/database.ts';
import { ServiceError } from '../../errors.ts';

type Decided = {
  organisationId: string;
  systemId: string;
  /** Null: at every place. */
  deploymentId: string | null;
  decidedOn: string;
  reason: string;
  recordedBy: string;
};

async function endAt(tx: Transaction, deploymentId: string, decided: Decided): Promise<void> {
  const { organisationId, systemId, decidedOn, reason, recordedBy } = decided;
  const ofDeployment = { organisationId, deploymentId };
  const at = await lockDeployment(tx, ofDeployment);
  const open = (await listPeriods(tx, ofDeployment)).filter(
    ({ validTo, supersededAt }) =>
      supersededAt === null && (validTo === null || validTo > decidedOn),
  );
  for (const { id: periodId, versionId, validFrom } of open) {
    if (validFrom >= decidedOn) throw new ServiceError('invalid', 'change-before-start');
    await supersedePeriod(tx, { ...ofDeployment, periodId, at, by: recordedBy });
    await insertPeriod(tx, {
      ...{ ...ofDeployment, systemId, versionId, validFrom, validTo: decidedOn },
      ...{ recordedAt: at, recordedBy, reason },
    });
  }
}

/** What is retired runs no longer: what is open ends on the day of the decision, of a whole system at each place. */
export async function endRunning(tx: Transaction, decided: Decided): Promise<void> {
  const { organisationId, systemId, deploymentId } = decided;
  const ids =
    deploymentId === null
      ? (await listDeployments(tx, { organisationId, systemId })).map(({ id }) => id)
      : [deploymentId];
  for (const id of ids) await endAt(tx, id, decided);
}
