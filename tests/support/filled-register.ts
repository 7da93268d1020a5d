import { randomUUID } from 'node:crypto';
import { getDatabase } from '#app/database.server.ts';
import { aiSystems, systemDescriptions, systemPeople } from '#db/schema/ai-system.ts';
import { cardImports } from '#db/schema/card-import.ts';
import { clauseChecks } from '#db/schema/clause-check.ts';
import { datasetStatements } from '#db/schema/dataset-statement.ts';
import { datasets, datasetUses } from '#db/schema/dataset.ts';
import { deploymentPeriods, deployments, stageEvents } from '#db/schema/deployment.ts';
import { changeNotices, changePlans } from '#db/schema/model-change.ts';
import { modelVersions } from '#db/schema/model-version.ts';
import { recommendationStatements } from '#db/schema/recommendation.ts';
import { metConditions, stageConditions } from '#db/schema/stage-condition.ts';
import { transferAnswers, transferNotices } from '#db/schema/transfer-notice.ts';
import { fillMonitoring, type FilledMonitoring } from './filled-monitoring.ts';

const on = '2026-01-10';

type Place = { organisationId: string; systemId: string; deploymentId?: string };

/** A decision with a condition that is met. */
async function fillDecision(place: Place, stage: 'procurement' | 'pilot'): Promise<void> {
  const db = getDatabase();
  const [eventId, conditionId] = [randomUUID(), randomUUID()];
  await db.insert(stageEvents).values({
    ...{ ...place, id: eventId, number: 1, kind: 'first', stage, recordedBy: 'x' },
    ...{ reason: 'x', decidedBy: 'Board', decidedOn: on },
  });
  await db.insert(stageConditions).values({
    ...{ ...place, id: conditionId, eventId, position: 0, text: 'x', owner: 'Ana' },
    ...{ dueOn: on, isBeforeNext: true },
  });
  await db.insert(metConditions).values({
    ...{ ...place, conditionId, metOn: on, evidence: 'x', recordedBy: 'x' },
  });
}

export type FilledRegister = { systemId: string; deployments: FilledMonitoring[] };

/** A system with a row in every table of the register and of monitoring, in use at each of the sites. */
export async function fillRegister(
  organisationId: string,
  siteIds: readonly string[],
  userId: string,
): Promise<FilledRegister> {
  const db = getDatabase();
  const [systemId, versionId, datasetId] = [randomUUID(), randomUUID(), randomUUID()];
  const ofSystem = { organisationId, systemId, recordedBy: 'x' };
  await db.insert(aiSystems).values({ organisationId, id: systemId, slug: `system-${systemId}` });
  await db.insert(systemDescriptions).values({
    ...{ ...ofSystem, number: 1, name: { en: 'Triage' }, summary: {} },
    ...{ category: 'triage', sections: {} },
  });
  await db.insert(systemPeople).values({
    ...{ ...ofSystem, role: 'system-owner', name: 'Ana', fromOn: on },
  });
  await db.insert(modelVersions).values({ ...ofSystem, id: versionId, version: '1.0' });
  await db.insert(datasets).values({ organisationId, id: datasetId, name: 'Own data' });
  await db.insert(datasetUses).values({ ...ofSystem, datasetId, role: 'train' });
  await db.insert(datasetStatements).values({
    ...{ organisationId, datasetId, code: 'summary', number: 1, state: 'not', statedOn: on },
    recordedBy: 'x',
  });
  await db.insert(recommendationStatements).values({
    ...{ ...ofSystem, code: 'F1', number: 1, state: 'met', statedOn: on },
  });
  const change = { ...ofSystem, number: 1, kinds: ['retraining' as const] };
  await db.insert(changePlans).values({
    ...{ ...change, bounds: [], protocol: 'x', impact: 'x', agreedOn: on },
  });
  await db.insert(changeNotices).values({
    ...{ ...change, summary: 'x', values: [], receivedOn: on, verdict: 'inside', reasons: [] },
  });
  const noticeId = randomUUID();
  await db.insert(transferNotices).values({
    ...{ ...ofSystem, id: noticeId, descriptionNumber: 1, field: 'logCountries' },
    ...{ before: ['KZ'], after: ['DE'] },
  });
  await db.insert(transferAnswers).values({
    ...{ organisationId, noticeId, verdict: 'undo', reason: 'x', answeredBy: 'x' },
  });
  await db.insert(clauseChecks).values({
    ...{ organisationId, code: 'AIA-4', number: 1, source: 'x', checkedOn: on, recordedBy: 'x' },
  });
  await db.insert(cardImports).values({
    ...{ organisationId, systemId, format: 'chai-0.2', fileName: 'x.xml', contentHash: 'x' },
    ...{ content: 'x', unmapped: [], readBy: 'x' },
  });
  await fillDecision({ organisationId, systemId }, 'procurement');
  const filled: FilledMonitoring[] = [];
  for (const siteId of siteIds) {
    const deploymentId = randomUUID();
    await db.insert(deployments).values({
      ...{ organisationId, systemId, id: deploymentId, siteId, unit: 'Ward' },
      slug: `deployment-${deploymentId}`,
    });
    await db.insert(deploymentPeriods).values({
      ...{ ...ofSystem, deploymentId, versionId, validFrom: on, reason: 'x' },
      recordedAt: new Date(`${on}T10:00:00Z`),
    });
    await fillDecision({ organisationId, systemId, deploymentId }, 'pilot');
    const place = { organisationId, systemId, versionId, deploymentId };
    filled.push(await fillMonitoring({ ...place, userId }));
  }
  return { systemId, deployments: filled };
}
