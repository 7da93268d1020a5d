import { randomUUID } from 'node:crypto';
import { addDeployment } from '#app/services/register/add-deployment.server.ts';
import { addPerson } from '#app/services/register/add-person.server.ts';
import { addVersion } from '#app/services/register/add-version.server.ts';
import { createSystem } from '#app/services/register/create-system.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import type { DecisionForm } from '#app/services/register/decision-schema.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';

/** A plain yes: what the form of a decision gives where nothing else was typed. */
export const plainYes: Pick<DecisionForm, 'outcome' | 'reviewOn' | 'despite' | 'conditions'> = {
  ...{ outcome: 'approved', reviewOn: null, despite: null, conditions: [] },
};

export const systemInput = () => ({
  slug: `triage-${randomUUID().slice(0, 8)}`,
  name: { en: 'Triage helper' },
  summary: { en: 'Sorts who comes first.' },
  category: 'triage' as const,
  stage: 'procurement' as const,
  reason: 'The board asked for it',
  decidedBy: 'The board',
});

/** Who must be named before a pilot and before use. */
export async function nameRoles(
  owner: Member,
  systemId: string,
  fromOn = '2020-01-01',
): Promise<void> {
  for (const role of ['system-owner', 'safety-officer', 'clinical-lead'] as const) {
    const person = { userId: null, name: `Ana ${role}`, fromOn, untilOn: null };
    await addPerson(owner, { systemId, role, ...person });
  }
}

/** A system that may be in use: entered before anybody is named, decided about (number 2) after that. */
export async function systemInUse(owner: Member) {
  const { systemId } = await createSystem(owner, systemInput());
  await nameRoles(owner, systemId);
  await decideStage(owner, {
    ...{ ...plainYes, systemId, deploymentId: null, stage: 'live', revision: 1 },
    ...{ reason: 'The board agreed', decidedBy: 'The board', decidedOn: today() },
  });
  return { systemId };
}

/** A system with two versions, the first of which runs at a site since the first of March, or since that day. */
export async function newSystem(owner: Member, siteId: string, validFrom = '2026-03-01') {
  const { systemId } = await systemInUse(owner);
  const { versionId: first } = await addVersion(owner, { systemId, version: '1.0' });
  const { versionId: second } = await addVersion(owner, { systemId, version: '2.0' });
  const { deploymentId } = await addDeployment(owner, {
    ...{ systemId, siteId, unit: 'Emergency', slug: `ed-${randomUUID().slice(0, 8)}` },
    ...{ versionId: first, validFrom, stage: 'pilot' as const },
    ...{ reason: 'Pilot agreed', decidedBy: 'The board', decidedOn: '2026-02-20' },
  });
  return { systemId, deploymentId, first, second };
}
