import type { Member } from '#db/actor.server.ts';
import { listPeopleWithBands } from '#db/queries/panel-band.server.ts';
import { withActor } from '../../database.server.ts';
import { poolHash } from './draw-pool.server.ts';
import { computeDraw } from './hold-draw.server.ts';
import { readDraw } from './read-draw.server.ts';

/**
 * `pool-changed`: somebody has since changed, or had deleted, what they had said of themselves, so
 * that the pool of that day is not there any more.
 */
export type Repetition = 'same' | 'different' | 'pool-changed';

/** Chances are kept in single precision. */
const tolerance = 1e-6;

/** Computes a draw once more from its seed, its quotas and its pool. */
export async function repeatDraw(
  member: Member,
  { panelId, number }: { panelId: string; number: number },
): Promise<Repetition> {
  const { draw, strata, drawn } = await readDraw(member, { panelId, number });
  const { organisationId } = member;
  const people = await withActor({ kind: 'system', organisationId }, (tx) =>
    listPeopleWithBands(tx, { organisationId, panelId }),
  );
  const inDraw = new Set(drawn.map(({ memberId }) => memberId));
  const pool = {
    ...{ strata, quotas: draw.quotas, seats: draw.seats },
    candidates: people.filter(({ id }) => inDraw.has(id)),
    seated: people.filter(({ id }) => draw.seated.includes(id)),
  };
  if (poolHash(pool) !== draw.poolHash) return 'pool-changed';
  const result = await computeDraw(pool, draw.seed);
  if (!result.ok) return 'different';
  const selected = drawn.filter((person) => person.selected).map((person) => person.number);
  const chances = new Map(result.chances.map((chance) => [chance.number, chance.probability]));
  const isSame =
    JSON.stringify(result.selected) === JSON.stringify(selected) &&
    drawn.every(
      (person) => Math.abs(person.probability - (chances.get(person.number) ?? -1)) < tolerance,
    );
  return isSame ? 'same' : 'different';
}
