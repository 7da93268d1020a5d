import type { Member } from '#db/actor.server.ts';
import { updatePersonAt, writeContact, writeNeeds } from '#db/queries/panel-people.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import { registerFor, type PersonFields } from './person-fields.ts';

type Save = { panelId: string; memberId: string; revision: number; fields: PersonFields };

/** How to reach a person, what they need, and the language they are written to in. */
export async function savePerson(
  member: Member,
  { panelId, memberId, revision, fields }: Save,
): Promise<void> {
  const states = ['draft', 'open', 'closed'] as const;
  const change = { panelId, permission: 'panel-members.manage', states } as const;
  await changePanel(member, change, async (tx) => {
    const person = { organisationId: member.organisationId, panelId, memberId };
    const { language, needs, note, name, email, phone } = fields;
    const set = { language, register: registerFor(needs) };
    const saved = await updatePersonAt(tx, { ...person, revision, set });
    if (!saved) throw new ServiceError('conflict', 'edited-meanwhile');
    await writeContact(tx, { ...person, contact: { name, email, phone } });
    await writeNeeds(tx, { ...person, needs, note });
    const detail = { number: saved.number };
    await auditPanel(tx, member, { action: 'panel.person-changed', panelId, detail });
  });
}
