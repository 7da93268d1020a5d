import { fewestCasesPerBin } from '#analysis/monitoring/drift/drift-limits.ts';
import { sum } from '#analysis/numeric/sum.ts';
import type { Member } from '#db/actor.server.ts';
import {
  insertBaseline,
  insertReference,
  listBaselines,
  listReferences,
} from '#db/queries/chart-baseline.server.ts';
import { listWatchedRecords } from '#db/queries/watched-record.server.ts';
import type { FrozenBins } from '#db/schema/monitoring-baseline.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditRegister } from '../register/internal.server.ts';
import { addBins, binsOf } from './evaluate-drift.ts';
import {
  readPlans,
  requireManagedNotRetired,
  type DeploymentIds,
  type PlannedMetric,
} from './internal.server.ts';
import { sendEvaluation } from './send-evaluation.server.ts';
import { everybody, isSameSeries, recordCode, recordsOf } from './series.ts';

export type BaselineDecision = DeploymentIds & {
  metricId: string;
  /** First day of the first period to which the new limits apply. */
  appliesFrom: string;
  /** Day after the last period they are computed from; null: from all that follow. */
  baselineTo: string | null;
  reason: string;
  approvedBy: string;
  /** How many decisions there were when the form was made. */
  revision: number;
};

async function requirePlanned(
  tx: Transaction,
  ofDeployment: { organisationId: string; deploymentId: string },
  metricId: string,
): Promise<PlannedMetric> {
  const { current } = await readPlans(tx, ofDeployment);
  const metric = current?.metrics.find(({ id }) => id === metricId);
  if (!metric) throw new ServiceError('not-found');
  return metric;
}

/** Decides from which periods the limits of a chart come, and since when. Nothing else ever moves limits. */
export async function decideBaseline(member: Member, input: BaselineDecision): Promise<void> {
  const { metricId, revision, systemId, deploymentId, ...decision } = input;
  const { organisationId, userId: recordedBy } = member;
  await withActor(member, async (tx) => {
    await requireManagedNotRetired(tx, member, { systemId, deploymentId });
    const ofDeployment = { organisationId, deploymentId };
    const planned = await requirePlanned(tx, ofDeployment, metricId);
    const { metric, part, cohort } = planned;
    const own = (await listBaselines(tx, ofDeployment)).filter(isSameSeries(planned));
    const newest = own.at(-1);
    if (newest && newest.appliesFrom >= decision.appliesFrom) {
      throw new ServiceError('invalid', 'baseline-not-later');
    }
    const row = { ...ofDeployment, metric, part, cohort, number: revision + 1, recordedBy };
    const values = { ...row, ...decision, baselineFrom: decision.appliesFrom };
    if (own.length !== revision || !(await insertBaseline(tx, values))) {
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: own.length });
    }
    await auditRegister(tx, member, {
      action: 'monitoring.baseline-decided',
      subjectId: systemId,
      detail: { deploymentId, metric, part, cohort, number: row.number, ...decision },
    });
  });
  await sendEvaluation({ organisationId, deploymentId });
}

/** Of a reference with fewer cases every period would be too few to compare. */
function requireEnough({ counts, missing }: FrozenBins): void {
  const all = missing === undefined ? counts : [...counts, missing];
  const cases = sum(all);
  const needed = fewestCasesPerBin * all.length;
  if (cases < needed) throw new ServiceError('invalid', 'reference-few', { cases, needed });
}

/** Freezes the bins of some periods, with which later ones are compared. */
export async function freezeReference(
  member: Member,
  input: Omit<BaselineDecision, 'baselineTo'> & { baselineTo: string },
): Promise<void> {
  const { metricId, revision, systemId, deploymentId, reason, approvedBy } = input;
  const { organisationId, userId: recordedBy } = member;
  await withActor(member, async (tx) => {
    await requireManagedNotRetired(tx, member, { systemId, deploymentId });
    const ofDeployment = { organisationId, deploymentId };
    const planned = await requirePlanned(tx, ofDeployment, metricId);
    const { metric, part, cohort } = planned;
    const metrics = [recordCode(metric)];
    const records = recordsOf(await listWatchedRecords(tx, { ...ofDeployment, metrics }), planned);
    const chosen = records.filter(
      ({ dimension, from, to }) =>
        dimension === everybody.dimension && from >= input.appliesFrom && to <= input.baselineTo,
    );
    const bins = addBins(chosen.map(binsOf));
    if (!bins) throw new ServiceError('invalid', 'reference-empty');
    requireEnough(bins);
    const number = revision + 1;
    const own = (await listReferences(tx, ofDeployment)).filter(isSameSeries(planned));
    const decision = {
      ...{ reason, approvedBy, appliesFrom: input.baselineTo },
      ...{ baselineFrom: input.appliesFrom, baselineTo: input.baselineTo },
    };
    const row = { ...ofDeployment, metric, part, cohort, number, bins, recordedBy };
    const newest = own[0]?.number ?? 0;
    const values = { ...row, ...decision };
    if (newest !== revision || !(await insertReference(tx, values))) {
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: newest });
    }
    await auditRegister(tx, member, {
      action: 'monitoring.reference-frozen',
      subjectId: systemId,
      detail: { deploymentId, metric, part, cohort, number, ...decision },
    });
  });
  await sendEvaluation({ organisationId, deploymentId });
}
