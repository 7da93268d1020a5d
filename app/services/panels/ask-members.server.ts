import type { Member } from '#db/actor.server.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { askPeopleIn, type AskedPeople, type BurdenChoice } from './ask-people.server.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';
import { requireRoundIn, type RoundName } from './internal.server.ts';

/** Asks those who joined an open round's panel later, or were left out before. Nobody is asked twice. */
export async function askMembers(
  member: Member,
  { panelId, roundId, ...choice }: RoundName & BurdenChoice,
): Promise<AskedPeople> {
  const change = { panelId, permission: 'panels.manage', states: ['open'] } as const;
  const result = await changePanel(member, change, async (tx, panel) => {
    const round = await requireRoundIn(tx, member, { panelId, roundId, states: ['open'] });
    const people = await askPeopleIn(tx, member, { panel, round, choice });
    await auditPanel(tx, member, {
      action: 'round.asked',
      panelId,
      detail: {
        ...{ number: round.number, roundId },
        ...{ people: people.asked, leftOut: people.leftOut },
      },
    });
    return people;
  });
  await announceMail();
  return result;
}
