import type { Member } from '#db/actor.server.ts';
import { markTold as setTold } from '#db/queries/panel-people.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { changePanel } from '../panels/change-panel.server.ts';

/** Somebody was told of a round by phone or letter; of two who say so one was first. */
export async function markTold(
  member: Member,
  { panelId, askingId }: { panelId: string; askingId: string },
): Promise<void> {
  await changePanel(member, { panelId, permission: 'panel-members.manage' }, async (tx) => {
    const asking = { organisationId: member.organisationId, panelId, askingId };
    if (!(await setTold(tx, { ...asking, toldOn: today() }))) throw new ServiceError('conflict');
  });
}
