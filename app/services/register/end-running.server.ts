import {
  insertPeriod,
  listPeriods,
  lockDeployment,
  supersedePeriod,
} from '#db/queries/deployment-period.server.ts';
import { listDeployments } from '#db/queries/deployment.server.ts';
import type { Transaction } from '#db/database.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';

type Decided = {
  organisationId: string;
  systemId: string;
  /** Null: at every place. */
  deploymentId: string | null;
  decidedOn: string;
  reason: string;
  recordedBy: string;
};

type Place = { id: string; site: string; unit: string };

/** Refuses a day before something began that runs since: what ran would be said never to have run. */
function refuseTooEarly({ site, unit }: Place, deploymentId: string | null): never {
  if (deploymentId !== null) throw new ServiceError('invalid', 'change-before-start');
  throw new ServiceError('invalid', 'place-began-later', { site, unit });
}

async function endAt(tx: Transaction, place: Place, decided: Decided): Promise<void> {
  const { organisationId, systemId, decidedOn, reason, recordedBy } = decided;
  const ofDeployment = { organisationId, deploymentId: place.id };
  const at = await lockDeployment(tx, ofDeployment);
  const open = (await listPeriods(tx, ofDeployment)).filter(
    ({ validTo, supersededAt }) =>
      supersededAt === null && (validTo === null || validTo > decidedOn),
  );
  for (const { id: periodId, versionId, validFrom } of open) {
    const isBegun = validFrom <= today();
    if (isBegun && validFrom > decidedOn) refuseTooEarly(place, decided.deploymentId);
    await supersedePeriod(tx, { ...ofDeployment, periodId, at, by: recordedBy });
    // What begins on that day, or was to begin later, runs on no day.
    if (validFrom >= decidedOn) continue;
    await insertPeriod(tx, {
      ...{ ...ofDeployment, systemId, versionId, validFrom, validTo: decidedOn },
      ...{ recordedAt: at, recordedBy, reason },
    });
  }
}

/** What is retired runs no longer: what is open ends on the day of the decision, of a whole system at each place. */
export async function endRunning(tx: Transaction, decided: Decided): Promise<void> {
  const { organisationId, systemId, deploymentId } = decided;
  const places = (await listDeployments(tx, { organisationId, systemId })).filter(
    ({ id }) => deploymentId === null || id === deploymentId,
  );
  for (const place of places) await endAt(tx, place, decided);
}
