import { randomUUID } from 'node:crypto';
import { withActor } from '#app/database.server.ts';
import type { Member } from '#db/actor.server.ts';
import {
  chartBaselines,
  referenceDistributions,
  type FrozenBins,
} from '#db/schema/monitoring-baseline.ts';
import { monitoringBatches } from '#db/schema/monitoring-batch.ts';
import { monitoringPlans, planMetrics, planSubgroups } from '#db/schema/monitoring-plan.ts';
import { monitoringRecords } from '#db/schema/monitoring-record.ts';
import { eq } from 'drizzle-orm';
import { newSystem } from '../register/new-system.ts';

export type RecordOf = Omit<
  typeof monitoringRecords.$inferInsert,
  'organisationId' | 'deploymentId' | 'systemId' | 'versionId' | 'batchId' | 'mode'
>;
export type MetricOf = Partial<typeof planMetrics.$inferInsert> & {
  metric: string;
  subgroups?: { dimension: string; reference: string; margin: number }[];
};

export type Place = {
  organisationId: string;
  systemId: string;
  deploymentId: string;
  first: string;
};

export async function newPlace(owner: Member, siteId: string, since?: string): Promise<Place> {
  const { first, systemId, deploymentId } = await newSystem(owner, siteId, since);
  return { organisationId: owner.organisationId, systemId, deploymentId, first };
}

const asSystem = (place: Place) =>
  ({ kind: 'system', organisationId: place.organisationId }) as const;

/** Numbers as if a batch had brought them. */
export async function enter(place: Place, records: readonly RecordOf[]): Promise<void> {
  const { organisationId, systemId, deploymentId, first: versionId } = place;
  await withActor(asSystem(place), async (tx) => {
    const batchId = randomUUID();
    await tx.insert(monitoringBatches).values({
      ...{ organisationId, deploymentId, id: batchId, source: 'synthetic', modelVersion: '1.0' },
      ...{ idempotencyKey: batchId, contentHash: batchId, state: 'stored', warnings: [] },
      ...{ accepted: records.length, unchanged: 0, superseded: 0 },
    });
    for (let at = 0; at < records.length; at += 500) {
      await tx.insert(monitoringRecords).values(
        records.slice(at, at + 500).map((record) => ({
          ...{ organisationId, systemId, deploymentId, versionId, batchId, mode: 'live' as const },
          ...record,
        })),
      );
    }
  });
}

/** A plan as if it had been adopted on that day. */
export async function adopted(
  place: Place,
  metrics: readonly MetricOf[],
  on = '2000-01-01',
  number = 1,
) {
  const { organisationId, deploymentId } = place;
  await withActor(asSystem(place), async (tx) => {
    const id = randomUUID();
    await tx.insert(monitoringPlans).values({
      ...{ organisationId, id, deploymentId, number, purpose: 'To see what becomes of it' },
      ...{ falseAlarmsAYear: 1, createdBy: 'x' },
    });
    for (const [position, { subgroups = [], ...metric }] of metrics.entries()) {
      const planMetricId = randomUUID();
      await tx.insert(planMetrics).values({
        ...{ organisationId, id: planMetricId, planId: id, cadence: 'month', owner: 'Ana' },
        ...{ tier: 'board', direction: 'neutral', chart: 'automatic', position },
        ...{ alertRules: [{ rule: 'board-alert' }], actions: [] },
        ...metric,
      });
      for (const subgroup of subgroups) {
        await tx.insert(planSubgroups).values({ organisationId, planMetricId, ...subgroup });
      }
    }
    await tx
      .update(monitoringPlans)
      .set({ state: 'adopted', adoptedBy: 'x', adoptedAt: new Date(on) })
      .where(eq(monitoringPlans.id, id));
  });
}

export async function frozenLimits(place: Place, metric: string, from: string, to: string) {
  const { organisationId, deploymentId } = place;
  await withActor(asSystem(place), (tx) =>
    tx.insert(chartBaselines).values({
      ...{ organisationId, deploymentId, metric, number: 1, reason: 'x', recordedBy: 'x' },
      ...{ appliesFrom: from, baselineFrom: from, baselineTo: to, approvedBy: 'x' },
    }),
  );
}

export async function frozenBins(
  place: Place,
  metric: string,
  part: string,
  bins: FrozenBins,
  from: string,
) {
  const { organisationId, deploymentId } = place;
  await withActor(asSystem(place), (tx) =>
    tx.insert(referenceDistributions).values({
      ...{ organisationId, deploymentId, metric, part, number: 1, bins, appliesFrom: from },
      ...{ reason: 'x', recordedBy: 'x' },
    }),
  );
}

/** First day of a month, counted from January 2025. */
export const month = (later: number) =>
  new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);
/** Shares that wander a little, and one month far above. */
export const overrides = (months: number, high: number): RecordOf[] =>
  Array.from({ length: months }, (_, place) => ({
    ...{ metric: 'override', kind: 'proportion', denominator: 1000 },
    numerator: place === high ? 400 : 100 + ((place * 7) % 5),
    ...{ periodFrom: month(place), periodTo: month(place + 1) },
  }));
