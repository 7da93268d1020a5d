import { and, asc, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { withActor } from '../../actor.server.ts';
import type { Database, Transaction } from '../../database.ts';
import { aiSystems } from '../../schema/ai-system.ts';
import { deployments } from '../../schema/deployment.ts';
import { memberships } from '../../schema/membership.ts';
import { modelVersions } from '../../schema/model-version.ts';
import { exitPlans } from '../../schema/exit-plan.ts';
import { chartBaselines, referenceDistributions } from '../../schema/monitoring-baseline.ts';
import { monitoringBatches } from '../../schema/monitoring-batch.ts';
import {
  alarmBudgets,
  monitoringPlans,
  planMetrics,
  planSubgroups,
} from '../../schema/monitoring-plan.ts';
import { monitoringRecords } from '../../schema/monitoring-record.ts';
import { organisations } from '../../schema/organisation.ts';
import { demoSlug } from '../demo-organisation.ts';
import {
  baselineMonths,
  boardFalseAlarmsAYear,
  demoActions,
  demoCriteria,
  demoPlans,
  type DemoPlan,
} from '../monitoring/demo-plans.ts';
import { generateMonitoring } from '../monitoring/generate-monitoring.ts';
import { generateOversight } from '../monitoring/generate-oversight.ts';
import { inputBins } from '../monitoring/input-bins.ts';
import { longestOutages } from '../monitoring/longest-outages.ts';
import { recordRows, type RecordRow } from '../monitoring/record-rows.ts';
import { daysBefore } from '../panel/days.ts';
import { insertFairnessAudits } from './insert-fairness-audits.server.ts';
import { insertWithdrawnBatch } from './insert-withdrawn-batch.server.ts';
import { demoSystems } from './system-texts.ts';

const months = 24;

type Place = {
  organisationId: string;
  systemId: string;
  deploymentId: string;
  isSilent: boolean;
  /** The older version, the newer one, and the day of the change. */
  versions: [string, string];
  changed: string;
  ownerId: string;
};

const monthOf = (today: Date, later: number) =>
  new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months + later, 1))
    .toISOString()
    .slice(0, 10);

async function findPlace(
  tx: Transaction,
  organisationId: string,
  { slug }: DemoPlan,
  today: Date,
): Promise<Place | null> {
  const own = eq(aiSystems.organisationId, organisationId);
  const [system] = await tx
    .select()
    .from(aiSystems)
    .where(and(own, eq(aiSystems.slug, slug)));
  const [deployment] = await tx
    .select()
    .from(deployments)
    .where(and(eq(deployments.organisationId, organisationId), eq(deployments.slug, `${slug}-1`)));
  const demo = demoSystems.find((each) => each.slug === slug);
  const [owner] = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(
      and(eq(memberships.organisationId, organisationId), eq(memberships.role, 'model-owner')),
    );
  if (!system || !deployment || !demo || !owner) return null;
  const versions = await tx
    .select({ id: modelVersions.id })
    .from(modelVersions)
    .where(
      and(eq(modelVersions.organisationId, organisationId), eq(modelVersions.systemId, system.id)),
    )
    .orderBy(asc(modelVersions.releasedOn));
  const [older, newer] = versions;
  if (!older || !newer) return null;
  return {
    ...{ organisationId, systemId: system.id, deploymentId: deployment.id },
    ...{ versions: [older.id, newer.id], changed: daysBefore(today, demo.versions[2] * 30) },
    ...{ isSilent: demo.places[0]?.stage === 'silent', ownerId: owner.userId },
  };
}

async function insertPlan(tx: Transaction, place: Place, plan: DemoPlan, today: Date) {
  const { organisationId, deploymentId, ownerId } = place;
  const planId = randomUUID();
  const falseAlarmsAYear = plan.metrics.reduce((sum, one) => sum + one.falseAlarmsAYear, 0);
  await tx.insert(monitoringPlans).values({
    ...{ organisationId, id: planId, deploymentId, number: 1, createdBy: ownerId },
    purpose: 'Whether it goes on working, and for whom (synthetic data).',
    falseAlarmsAYear: Math.ceil(falseAlarmsAYear * 10) / 10,
  });
  for (const [position, { margin, ...metric }] of plan.metrics.entries()) {
    const planMetricId = randomUUID();
    await tx.insert(planMetrics).values({
      ...{ ...metric, organisationId, id: planMetricId, planId, cadence: 'month', position },
      ...{ cohortWords: 'Everybody at this place', owner: 'Oleg Owner' },
      actions: [...demoActions],
    });
    if (margin === undefined) continue;
    const { dimension, others } = plan.dimension;
    await tx.insert(planSubgroups).values({
      ...{ organisationId, planMetricId, dimension, reference: others, margin },
      marginReason: 'Agreed with patients (demo)',
    });
  }
  await tx
    .update(monitoringPlans)
    .set({
      ...{ state: 'adopted', adoptedBy: ownerId },
      adoptedAt: new Date(`${monthOf(today, -1)}T09:00:00Z`),
    })
    .where(and(eq(monitoringPlans.organisationId, organisationId), eq(monitoringPlans.id, planId)));
}

async function insertRecords(tx: Transaction, place: Place, rows: readonly RecordRow[]) {
  const { organisationId, systemId, deploymentId, versions, changed, isSilent, ownerId } = place;
  const batchId = randomUUID();
  await tx.insert(monitoringBatches).values({
    ...{ organisationId, deploymentId, id: batchId, source: 'synthetic', modelVersion: 'demo' },
    ...{ idempotencyKey: batchId, contentHash: batchId, state: 'stored', userId: ownerId },
    ...{ accepted: rows.length, unchanged: 0, superseded: 0, warnings: [] },
    comment: 'Synthetic numbers of the demo',
  });
  const values = rows.map(({ from, to, ...row }) => ({
    ...{ ...row, organisationId, systemId, deploymentId, batchId, periodFrom: from, periodTo: to },
    versionId: from < changed ? versions[0] : versions[1],
    mode: isSilent ? ('silent' as const) : ('live' as const),
    ascertainment: row.maturesOn === null ? null : ('all' as const),
  }));
  for (let start = 0; start < values.length; start += 500) {
    await tx.insert(monitoringRecords).values(values.slice(start, start + 500));
  }
}

async function insertLimits(
  tx: Transaction,
  place: Place,
  plan: DemoPlan,
  rows: readonly RecordRow[],
  today: Date,
) {
  const { organisationId, deploymentId, ownerId: recordedBy } = place;
  const [from, until] = [monthOf(today, 0), monthOf(today, baselineMonths)];
  const decision = {
    ...{ organisationId, deploymentId, number: 1, recordedBy },
    reason: 'The first year, in which nothing was found (demo)',
    approvedBy: 'The governance board (demo)',
    ...{ baselineFrom: from, baselineTo: until },
  };
  const charts = plan.metrics.filter(({ chart }) => chart === 'automatic');
  for (const { metric } of charts) {
    await tx.insert(chartBaselines).values({
      ...{ ...decision, metric, appliesFrom: from },
    });
  }
  const first = rows.filter(
    ({ metric, dimension, to }) => metric === 'scores' && dimension === '' && to <= until,
  );
  const lists = first.flatMap(({ detail }) =>
    ['positives', 'negatives', 'unlabelled'].map((name) => (detail?.[name] ?? []) as number[]),
  );
  const counts = Array.from({ length: 10 }, (_, bin) =>
    lists.reduce((sum, list) => sum + (list[bin] ?? 0), 0),
  );
  const edges = Array.from({ length: 9 }, (_, edge) => (edge + 1) / 10);
  await tx.insert(referenceDistributions).values({
    ...{ ...decision, metric: 'score-drift', bins: { edges, counts }, appliesFrom: until },
  });
  const inputs = rows.filter(({ metric, to }) => metric === 'inputs' && to <= until);
  const [input] = inputs;
  if (!input) return;
  const bins = inputBins(inputs);
  await tx.insert(referenceDistributions).values({
    ...{ ...decision, metric: 'input-drift', part: input.part, bins, appliesFrom: until },
  });
}

/** What had to hold before the silent mode is left, written a month before its first record. */
async function insertExitPlan(tx: Transaction, place: Place, today: Date) {
  const { organisationId, deploymentId, ownerId: recordedBy } = place;
  const writtenOn = monthOf(today, -1);
  await tx.insert(exitPlans).values({
    ...{ organisationId, deploymentId, number: 1, minimumDays: 365, recordedBy, writtenOn },
    criteria: [...demoCriteria],
    reason: 'As good as the nurses’ own judgement in last year’s review (synthetic).',
    createdAt: new Date(`${writtenOn}T09:00:00Z`),
  });
}

/**
 * Plans and two years of synthetic numbers of the demo's six systems. Does nothing where numbers stand
 * already.
 */
export async function seedDemoMonitoring(db: Database, today: Date): Promise<boolean> {
  return withActor(db, { kind: 'system', organisationId: null }, async (tx) => {
    const [organisation] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.slug, demoSlug));
    if (!organisation) return false;
    const organisationId = organisation.id;
    const own = eq(monitoringPlans.organisationId, organisationId);
    if ((await tx.$count(monitoringPlans, own)) > 0) return false;
    const drawn = { seed: 1, months, first: monthOf(today, 0).slice(0, 7) };
    const records = generateMonitoring(drawn);
    for (const plan of demoPlans) {
      const place = await findPlace(tx, organisationId, plan, today);
      if (!place) continue;
      const rows = records
        .filter(({ system }) => system === plan.key)
        .flatMap((record) => recordRows(record, plan.dimension));
      rows.push(...generateOversight(plan.key, drawn));
      await insertPlan(tx, place, plan, today);
      const outages = plan.slug === 'ed-triage' ? longestOutages(rows) : [];
      await insertRecords(tx, place, [...rows, ...outages]);
      await insertLimits(tx, place, plan, rows, today);
      if (place.isSilent) await insertExitPlan(tx, place, today);
      await insertFairnessAudits(tx, place, plan, today);
      if (plan !== demoPlans[0]) continue;
      const period = { from: monthOf(today, months - 1), to: monthOf(today, months) };
      const withdrawn = { ...place, versionId: place.versions[1] };
      await insertWithdrawnBatch(tx, withdrawn, period, today);
    }
    await tx.insert(alarmBudgets).values({
      ...{ organisationId, number: 1, falseAlarmsAYear: boardFalseAlarmsAYear },
      ...{ reason: 'One every two months can be looked at (demo)', declaredBy: 'system' },
      declaredOn: monthOf(today, -1),
    });
    return true;
  });
}
