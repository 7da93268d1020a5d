import type { Transaction } from '#db/database.ts';
import { listEvaluationInputs } from '#db/queries/deployment-evaluation.server.ts';
import { listPeriods } from '#db/queries/deployment-period.server.ts';
import { listFairnessAudits, type FairnessAudit } from '#db/queries/fairness-audit.server.ts';
import { listWatchedRecords } from '#db/queries/watched-record.server.ts';
import { ServiceError } from '../../errors.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { inputsOf } from '../monitoring/kept-evaluation.ts';
import { recordCode } from '../monitoring/series.ts';
import { remember } from '../remember.ts';
import type { RunningVersion } from './asked-period.ts';
import type { AuditEvidence, EvidenceInput } from './audit-evidence.ts';

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

/** All that an audit's question is answered from as of a moment, with a name for it. */
export async function readEvidence(
  tx: Transaction,
  ofDeployment: OfDeployment,
  { audit }: FairnessAudit,
  asOf: Date,
): Promise<{ key: string; input: EvidenceInput }> {
  // Asked first: what comes in while this is read is never taken for counted.
  const [inputs] = await listEvaluationInputs(tx, ofDeployment);
  if (!inputs) throw new ServiceError('not-found');
  const history = await listWatchedRecords(tx, {
    ...{ ...ofDeployment, isWithReplaced: true, metrics: [recordCode(audit.metric)] },
  });
  const key = [audit.organisationId, audit.id, asOf.toISOString(), inputsOf(inputs)].join(' ');
  return { key, input: { history, question: audit, asOf } };
}

const recall = remember<AuditEvidence>({ most: 50 });
const longestMs = 10 * 60_000;

/**
 * The answer, computed in a worker, once while a process remembers it. Whoever asks has ended the transaction that
 * read it: neither a connection nor the deployment waits for a thread.
 */
export function computeEvidence({
  key,
  input,
}: Awaited<ReturnType<typeof readEvidence>>): Promise<AuditEvidence> {
  return recall(key, () =>
    compute('audit-evidence', input, {
      ...{ signal: AbortSignal.timeout(longestMs), onProgress: () => undefined },
    }),
  );
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
