import type { Member } from '#db/actor.server.ts';
import { listPeople, listToTell } from '#db/queries/panel-people.server.ts';
import { today } from '../../today.ts';
import { quarterOf } from '../panels/quarter.ts';
import { readPanel } from '../panels/read-panel.server.ts';

/** The people of a panel by number, how much was asked of each, and whom somebody has to tell. */
export async function getPeople(member: Member, { panelId }: { panelId: string }) {
  const permission = 'panel-members.read';
  return readPanel(member, { panelId, permission }, async (tx, panel) => {
    const ofPanel = { organisationId: member.organisationId, panelId };
    const people = await listPeople(tx, { ...ofPanel, ...quarterOf(today()) });
    return {
      people: people.map((person) => ({
        ...person,
        isOver: person.minutes > panel.minutesPerQuarter,
        isFull: person.minutes === panel.minutesPerQuarter,
      })),
      toTell: await listToTell(tx, ofPanel),
      minutesPerQuarter: panel.minutesPerQuarter,
    };
  });
}
