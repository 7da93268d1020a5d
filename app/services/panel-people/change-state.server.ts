import type { Member } from '#db/actor.server.ts';
import { updatePersonAt } from '#db/queries/panel-people.server.ts';
import type { PanelMemberState } from '#db/schema/panel-member.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';

export type StateChange = 'active' | 'declined';

/** From which states a person can be recorded to take part, or not to want to. */
export const changesFrom: Record<StateChange, readonly PanelMemberState[]> = {
  active: ['candidate', 'selected'],
  declined: ['candidate', 'selected'],
};

/** What somebody said on the phone or on paper: that they take part, or do not want to. */
export async function changeState(
  member: Member,
  change: { panelId: string; memberId: string; revision: number; to: StateChange },
): Promise<void> {
  const { panelId, memberId, revision, to } = change;
  await changePanel(member, { panelId, permission: 'panel-members.manage' }, async (tx) => {
    const person = { organisationId: member.organisationId, panelId, memberId };
    const set = { state: to };
    const moved = await updatePersonAt(tx, { ...person, revision, set, from: changesFrom[to] });
    if (!moved) throw new ServiceError('conflict', 'edited-meanwhile');
    const detail = { number: moved.number, state: to };
    await auditPanel(tx, member, { action: 'panel.person-changed', panelId, detail });
  });
}
