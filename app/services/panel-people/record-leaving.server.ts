import type { Member } from '#db/actor.server.ts';
import { findPerson } from '#db/queries/panel-people.server.ts';
import { lockPerson } from '#db/queries/panel-person.server.ts';
import { deleteOwnPseudonyms } from '#db/queries/pseudonym.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { endTakingPart, type WordsOnLeaving } from '../taking-part/leave-panel.server.ts';

interface Leaving {
  panelId: string;
  memberId: string;
  words: WordsOnLeaving;
  readBackOn: string;
}

/**
 * Somebody said, by phone or in a letter, that they leave: as if they had done it on their own page. The
 * log keeps on which day it was read back to them.
 */
export async function recordLeaving(
  member: Member,
  { panelId, memberId, words, readBackOn }: Leaving,
): Promise<void> {
  const { organisationId } = member;
  const person = { organisationId, panelId, memberId };
  const permission = 'panel-members.manage';
  const { number } = await readPanel(member, { panelId, permission }, async (tx) => {
    const found = await findPerson(tx, person);
    if (!found) throw new ServiceError('not-found');
    if (readBackOn > today() || readBackOn < found.joinedOn) {
      throw new ServiceError('invalid', 'leaving-day-impossible');
    }
    return { number: found.number };
  });
  // First, and in the person's name, who alone reaches their keys: should the rest fail, it is done again.
  await withActor({ kind: 'panel-member', ...person }, (tx) => deleteOwnPseudonyms(tx, person));
  await withActor({ kind: 'system', organisationId }, async (tx) => {
    const held = await lockPerson(tx, person);
    if (!held || held.state === 'left') throw new ServiceError('conflict', 'edited-meanwhile');
    await endTakingPart(tx, person, { words, linkNumber: held.linkNumber });
    const detail = { number, words, readBackOn };
    await auditPanel(tx, member, { action: 'panel.person-left', panelId, detail });
  });
}
