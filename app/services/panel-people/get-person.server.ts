import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import { findPerson, listConsentHistory, listPeople } from '#db/queries/panel-people.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { quarterOf } from '../panels/quarter.ts';
import { readPanel } from '../panels/read-panel.server.ts';

/** One person: how to reach them, what they need, what they agreed to. */
export async function getPerson(
  member: Member,
  { panelId, memberId }: { panelId: string; memberId: string },
) {
  const permission = 'panel-members.read';
  const read = await readPanel(member, { panelId, permission }, async (tx, panel) => {
    const ofPanel = { organisationId: member.organisationId, panelId };
    const person = await findPerson(tx, { ...ofPanel, memberId });
    if (!person) throw new ServiceError('not-found');
    const people = await listPeople(tx, { ...ofPanel, ...quarterOf(today()) });
    return {
      person,
      consents: await listConsentHistory(tx, { ...ofPanel, memberId }),
      minutes: people.find(({ id }) => id === memberId)?.minutes ?? 0,
      minutesPerQuarter: panel.minutesPerQuarter,
      isNamed: panel.safeguardingUserId !== null,
      /** Goes into the form of a concern: two clicks are one. */
      concernKey: randomUUID(),
    };
  });
  const ids = read.consents.flatMap(({ scribe }) => scribe ?? []);
  const users = await listUsers(getDatabase(), { ids });
  return {
    ...read,
    consents: read.consents.map((consent) => ({
      ...consent,
      scribe: users.find(({ id }) => id === consent.scribe)?.name ?? null,
    })),
  };
}
