import type { Member } from '#db/actor.server.ts';
import { findDraw, listDrawn } from '#db/queries/panel-draw.server.ts';
import { listStrata } from '#db/queries/panel-stratum.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { readPanel } from '../panels/read-panel.server.ts';

/** A draw with the people it was among, for a reader who may see the panel. */
export async function readDraw(
  member: Member,
  { panelId, number }: { panelId: string; number: number },
) {
  const { organisationId } = member;
  const read = await readPanel(member, { panelId }, async (tx, panel) => {
    const draw = await findDraw(tx, { organisationId, panelId, number });
    if (!draw) throw new ServiceError('not-found');
    const strata = await listStrata(tx, { organisationId, panelId });
    return { draw, strata, minimum: panel.minimumGroup };
  });
  const system = { kind: 'system', organisationId } as const;
  const drawn = await withActor(system, (tx) =>
    listDrawn(tx, { organisationId, drawId: read.draw.id }),
  );
  return { ...read, drawn };
}
