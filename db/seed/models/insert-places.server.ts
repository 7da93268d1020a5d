import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../database.ts';
import { deploymentPeriods, deployments, stageEvents } from '../../schema/deployment.ts';
import { daysBefore } from '../panel/days.ts';
import { daysEntered, type DemoRegister } from './demo-register.ts';
import { insertApproval, insertAsked } from './insert-gates.server.ts';
import type { DemoSystem } from './demo-system.ts';

type Of = { systemId: string; versionIds: readonly [string, string]; system: DemoSystem };

const decidedBy = 'The governance board (demo)';

/** Where a system runs, since when with which version, and by whose decision. */
export async function insertPlaces(
  tx: Transaction,
  demo: DemoRegister,
  { systemId, versionIds, system }: Of,
): Promise<void> {
  const { organisationId, ownerId: recordedBy, siteIds, today } = demo;
  const ofSystem = { organisationId, systemId, recordedBy };
  const decision = { ...ofSystem, number: 1, kind: 'first' as const, decidedBy };
  const begun = daysBefore(today, daysEntered);
  const reason = 'Entered with the demo';
  await tx
    .insert(stageEvents)
    .values({ ...decision, stage: system.stage, reason, decidedOn: begun });
  const changed = daysBefore(today, system.versions[2] * 30);
  for (const [index, { site, unit, stage, months, ...gates }] of system.places.entries()) {
    const deploymentId = randomUUID();
    const from = daysBefore(today, months * 30);
    await tx.insert(deployments).values({
      ...{ organisationId, systemId, id: deploymentId, siteId: siteIds[site] ?? '', unit },
      slug: `${system.slug}-${index + 1}`,
    });
    const period = { ...ofSystem, deploymentId, reason };
    const hadOlder = from < changed;
    await tx.insert(deploymentPeriods).values([
      ...(hadOlder
        ? [
            {
              ...{ ...period, versionId: versionIds[0], validFrom: from, validTo: changed },
              recordedAt: new Date(`${changed}T09:00:00Z`),
            },
          ]
        : []),
      {
        ...{ ...period, versionId: versionIds[1], validFrom: hadOlder ? changed : from },
        recordedAt: new Date(`${hadOlder ? changed : from}T09:00:00Z`),
      },
    ]);
    const stopped = stage === 'suspended' || stage === 'restricted';
    const first = gates.conditions ? 'silent' : stopped ? 'live' : stage;
    const ofDeployment = { ...decision, deploymentId };
    await tx.insert(stageEvents).values({ ...ofDeployment, stage: first, reason, decidedOn: from });
    if (gates.conditions) {
      const approved = { ...ofDeployment, stage, decidedOn: daysBefore(today, months * 30 - 60) };
      await insertApproval(tx, approved, gates.conditions, today);
      continue;
    }
    if (gates.asked) await insertAsked(tx, { ...ofDeployment, stage }, gates.asked, today);
    if (first === stage) continue;
    await tx.insert(stageEvents).values({
      ...{ ...ofDeployment, number: 2, kind: 'decision', stage },
      reason: 'Findings of the monitoring (demo)',
      decidedOn: daysBefore(today, 40),
    });
  }
}
