import { randomUUID } from 'node:crypto';
import { getDatabase } from '#app/database.server.ts';
import { alertEvents, alerts } from '#db/schema/alert.ts';
import { deploymentEvaluations } from '#db/schema/deployment-evaluation.ts';
import { exitPlans } from '#db/schema/exit-plan.ts';
import { fairnessActionOutcomes } from '#db/schema/fairness-action.ts';
import {
  fairnessAuditEvents,
  fairnessAuditRuns,
  fairnessAudits,
} from '#db/schema/fairness-audit.ts';
import { batchWithdrawals } from '#db/schema/batch-withdrawal.ts';
import { hookMessages, registryHooks } from '#db/schema/registry-hook.ts';
import { chartBaselines, referenceDistributions } from '#db/schema/monitoring-baseline.ts';
import {
  monitoringBatches,
  monitoringUploads,
  quarantinedBatches,
} from '#db/schema/monitoring-batch.ts';
import { monitoringPlans, planMetrics, planSubgroups } from '#db/schema/monitoring-plan.ts';
import { monitoringRecords } from '#db/schema/monitoring-record.ts';
import { apiTokens } from '#db/schema/monitoring-token.ts';

export type FilledMonitoring = {
  deploymentId: string;
  tokenId: string;
  tokenHash: string;
  planId: string;
  batchId: string;
  recordId: string;
  alertId: string;
};

type Place = {
  organisationId: string;
  systemId: string;
  versionId: string;
  deploymentId: string;
  userId: string;
};

const day = '2026-02-01';

/** A deployment with a row in every table of monitoring. */
export async function fillMonitoring(place: Place): Promise<FilledMonitoring> {
  const { userId, ...ofVersion } = place;
  const { organisationId, systemId, versionId, deploymentId } = ofVersion;
  const db = getDatabase();
  const [tokenId, planId, planMetricId] = [randomUUID(), randomUUID(), randomUUID()];
  const [batchId, recordId, alertId] = [randomUUID(), randomUUID(), randomUUID()];
  const tokenHash = randomUUID();
  const here = { organisationId, deploymentId };
  await db.insert(apiTokens).values({
    ...{ ...here, id: tokenId, name: 'Count job', tokenHash, ending: 'abcd' },
    ...{ scopes: ['monitoring:write'], expiresOn: '2026-12-31', createdBy: userId },
  });
  await db.insert(monitoringBatches).values({
    ...{ ...here, id: batchId, source: 'api', modelVersion: '1.0', tokenId },
    ...{ idempotencyKey: randomUUID(), contentHash: 'x', state: 'stored', warnings: [] },
    ...{ accepted: 1, unchanged: 0, superseded: 0 },
  });
  await db.insert(exitPlans).values({
    ...{ ...here, number: 1, minimumDays: 30, criteria: [], reason: 'x', writtenOn: day },
    recordedBy: userId,
  });
  await db.insert(quarantinedBatches).values({
    ...{ organisationId, batchId, reason: 'unregistered-version', records: [] },
  });
  await db.insert(batchWithdrawals).values({
    ...{ ...here, batchId, reason: 'x', tokenId, withdrawn: 0, restored: 0, replacedBefore: 0 },
  });
  const hookId = randomUUID();
  await db.insert(registryHooks).values({
    ...{ ...here, id: hookId, modelName: 'triage', createdBy: userId },
  });
  await db.insert(hookMessages).values({
    ...{ organisationId, hookId, messageId: 'x', event: 'model_version.created' },
    ...{ version: '2', outcome: 'known' },
  });
  await db.insert(monitoringRecords).values({
    ...{ ...here, systemId, versionId, id: recordId, batchId, metric: 'override' },
    ...{ kind: 'proportion', mode: 'live', numerator: 3, denominator: 40 },
    ...{ periodFrom: day, periodTo: '2026-03-01' },
  });
  await db.insert(monitoringUploads).values({
    ...{ ...here, userId, format: 'csv', fileName: 'x.csv', content: 'x', settings: {} },
  });
  await db.insert(monitoringPlans).values({ ...here, id: planId, number: 1, createdBy: userId });
  await db.insert(planMetrics).values({
    ...{ organisationId, id: planMetricId, planId, metric: 'override', cadence: 'month' },
    ...{ owner: 'Ana', tier: 'board', direction: 'neutral', chart: 'automatic', position: 1 },
    ...{ alertRules: [], actions: [] },
  });
  await db.insert(planSubgroups).values({
    ...{ organisationId, planMetricId, dimension: 'interpreter', reference: 'no', margin: 0.05 },
  });
  const kept = { metric: 'override', number: 1, appliesFrom: day, reason: 'x', recordedBy: userId };
  await db.insert(chartBaselines).values({ ...here, ...kept, baselineFrom: day, approvedBy: 'x' });
  await db.insert(referenceDistributions).values({ ...here, ...kept, bins: { counts: [1] } });
  await db.insert(deploymentEvaluations).values({ ...here, asOf: day, inputs: 'x', metrics: [] });
  const auditId = randomUUID();
  await db.insert(fairnessAudits).values({
    ...{ ...here, id: auditId, number: 1, planNumber: 1, metric: 'override', groups: [] },
    ...{ purpose: 'x', dueOn: day, plannedBy: userId },
  });
  await db.insert(fairnessAuditEvents).values({
    ...{ organisationId, auditId, kind: 'opened', at: new Date(day), recordedBy: userId },
  });
  await db.insert(fairnessAuditRuns).values({
    ...{ organisationId, auditId, asOf: new Date(day), ranOn: day, carriedOutBy: 'x' },
    ...{ verdicts: [], evidenceHash: 'x', codeVersion: 'x', conclusion: 'x', actions: [] },
    ...{ nextDueOn: '2027-02-01', recordedBy: userId },
  });
  await db.insert(fairnessActionOutcomes).values({
    ...{ organisationId, auditId, position: 0, doneOn: day, doneBy: 'x', evidence: 'x' },
    recordedBy: userId,
  });
  await db.insert(alerts).values({
    ...{ ...here, id: alertId, kind: 'unregistered-version', tier: 'safety', part: '9.9' },
    ...{ batchId, evidence: {}, dueOn: day },
  });
  await db.insert(alertEvents).values({
    ...{ organisationId, alertId, number: 1, kind: 'opened', recordedBy: 'system' },
  });
  return { deploymentId, tokenId, tokenHash, planId, batchId, recordId, alertId };
}
