import type { PanelMember } from '#db/actor.server.ts';
import { listDrawsOfPerson } from '#db/queries/panel-draw.server.ts';
import { withActor } from '../../database.server.ts';

/** The draws somebody took part in, with the chance they themselves had; for that person. */
export async function getDrawsOfPerson(person: PanelMember) {
  const draws = await withActor(person, (tx) => listDrawsOfPerson(tx, person));
  return draws.map(({ drawnAt, ...draw }) => ({
    ...draw,
    drawnOn: drawnAt.toISOString().slice(0, 10),
  }));
}
