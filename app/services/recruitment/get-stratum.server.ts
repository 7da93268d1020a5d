import type { Member } from '#db/actor.server.ts';
import { hasPeople, listStrata } from '#db/queries/panel-stratum.server.ts';
import { ServiceError } from '../../errors.ts';
import { readPanel } from '../panels/read-panel.server.ts';

/** One question with its target, to be changed; without an id, a new one. */
export async function getStratum(
  member: Member,
  { panelId, stratumId }: { panelId: string; stratumId: string | null },
) {
  return readPanel(member, { panelId, permission: 'panels.manage' }, async (tx) => {
    const ofPanel = { organisationId: member.organisationId, panelId };
    const strata = await listStrata(tx, ofPanel);
    const stratum = strata.find(({ id }) => id === stratumId) ?? null;
    if (stratumId !== null && !stratum) throw new ServiceError('not-found');
    return { stratum, isLate: await hasPeople(tx, ofPanel) };
  });
}
