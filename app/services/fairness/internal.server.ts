import type { Transaction } from '#db/database.ts';
import { listPeriods } from '#db/queries/deployment-period.server.ts';
import { listFairnessAudits, type FairnessAudit } from '#db/queries/fairness-audit.server.ts';
import { listWatchedRecords } from '#db/queries/watched-record.server.ts';
import { ServiceError } from '../../errors.ts';
import { recordCode } from '../monitoring/series.ts';
import type { RunningVersion } from './asked-period.ts';
import { auditEvidence } from './audit-evidence.ts';

type OfDeployment = { organisationId: string; deploymentId: string };

/** An audit of the deployment, among all of it. */
export async function requireAudit(
  tx: Transaction,
  { organisationId, deploymentId, auditId }: OfDeployment & { auditId: string },
) {
  const rows = await listFairnessAudits(tx, { organisationId, deploymentIds: [deploymentId] });
  const row = rows.find(({ audit }) => audit.id === auditId);
  if (!row) throw new ServiceError('not-found');
  return { row, rows };
}

/** What the records of a moment answer to an audit's question. */
export async function evidenceOf(
  tx: Transaction,
  ofDeployment: OfDeployment,
  { audit }: FairnessAudit,
  asOf: Date,
) {
  const history = await listWatchedRecords(tx, {
    ...{ ...ofDeployment, isWithReplaced: true, metrics: [recordCode(audit.metric)] },
  });
  return auditEvidence(history, audit, asOf);
}

/** Versions that run or ran here, as it is believed now: each since it last began, the newest first. */
export async function listVersionsHere(
  tx: Transaction,
  ofDeployment: OfDeployment,
): Promise<RunningVersion[]> {
  const periods = await listPeriods(tx, ofDeployment);
  const standing = periods.filter(({ supersededAt }) => supersededAt === null).reverse();
  return standing
    .filter(
      ({ versionId }, place) => standing.findIndex((one) => one.versionId === versionId) === place,
    )
    .map(({ versionId, version, validFrom }) => ({ versionId, version, validFrom }));
}
