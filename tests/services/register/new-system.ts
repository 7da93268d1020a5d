import { randomUUID } from 'node:crypto';
import { addDeployment } from '#app/services/register/add-deployment.server.ts';
import { addVersion } from '#app/services/register/add-version.server.ts';
import { createSystem } from '#app/services/register/create-system.server.ts';
import type { Member } from '#db/actor.server.ts';

export const systemInput = () => ({
  slug: `triage-${randomUUID().slice(0, 8)}`,
  name: { en: 'Triage helper' },
  summary: { en: 'Sorts who comes first.' },
  category: 'triage' as const,
  stage: 'procurement' as const,
  reason: 'The board asked for it',
  decidedBy: 'The board',
});

/** A system with two versions, the first of which runs at a site since the first of March, or since that day. */
export async function newSystem(owner: Member, siteId: string, validFrom = '2026-03-01') {
  const { systemId } = await createSystem(owner, systemInput());
  const { versionId: first } = await addVersion(owner, { systemId, version: '1.0' });
  const { versionId: second } = await addVersion(owner, { systemId, version: '2.0' });
  const { deploymentId } = await addDeployment(owner, {
    ...{ systemId, siteId, unit: 'Emergency', slug: `ed-${randomUUID().slice(0, 8)}` },
    ...{ versionId: first, validFrom, stage: 'pilot' as const },
    ...{ reason: 'Pilot agreed', decidedBy: 'The board', decidedOn: '2026-02-20' },
  });
  return { systemId, deploymentId, first, second };
}
