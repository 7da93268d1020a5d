import { randomInt } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import { listAssignments } from '#db/queries/code-assignment.server.ts';
import { insertDoubleReadings, listDoubleReadings } from '#db/queries/double-reading.server.ts';
import { listMemberships } from '#db/queries/membership.server.ts';
import { drawWithoutReplacement } from '#analysis/numeric/draw-without-replacement.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';
import { mayCode } from './may-code.ts';

/**
 * Draws coded texts for a second reading by somebody who has coded none of them. Who reads them again
 * is chosen beforehand, and sees none of the codes until they are done.
 */
export async function sampleDouble(
  member: Member,
  { coder, size, ...ids }: CodingIds & { coder: string; size: number },
): Promise<void> {
  await changeCoding(member, { ...ids, permission: 'themes.manage' }, async (tx, { of, panel }) => {
    const people = await listMemberships(tx, of);
    const reader = people.find(({ userId }) => userId === coder);
    if (!reader || !mayCode(reader, panel)) {
      throw new ServiceError('invalid', 'second-reader-missing');
    }
    const chosen = (await listAssignments(tx, { ...of, reading: 'first' })).filter(
      ({ origin }) => origin !== 'suggested',
    );
    const sampled = new Set(
      (await listDoubleReadings(tx, of)).map(({ contributionId }) => contributionId),
    );
    const own = new Set(
      chosen.flatMap(({ by, contributionId }) => (by === coder ? [contributionId] : [])),
    );
    const free = [...new Set(chosen.map(({ contributionId }) => contributionId))].filter(
      (id) => !sampled.has(id) && !own.has(id),
    );
    if (free.length === 0) throw new ServiceError('illegal-state', 'nothing-to-read-twice');
    // Nobody can foresee what is read again; the seed in the trail lets the draw be repeated.
    const seed = randomInt(2 ** 31);
    free.sort();
    const drawn = drawWithoutReplacement(free.length, size, seededGenerator(seed)).flatMap(
      (at) => free[at] ?? [],
    );
    await insertDoubleReadings(tx, { ...of, contributionIds: drawn, coder });
    await auditPanel(tx, member, {
      action: 'themes.read-twice',
      panelId: ids.panelId,
      detail: { rows: drawn.length, seed },
    });
  });
}
