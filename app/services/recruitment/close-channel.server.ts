import type { Member } from '#db/actor.server.ts';
import { closeChannel as setClosed } from '#db/queries/panel-channel.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';

/** Nobody joins by it any more; whoever came by it stays, and so does what it yielded. */
export async function closeChannel(
  member: Member,
  { panelId, channelId }: { panelId: string; channelId: string },
): Promise<void> {
  await changePanel(member, { panelId, permission: 'panels.manage' }, async (tx) => {
    const { organisationId } = member;
    const ofChannel = { organisationId, panelId, channelId };
    const closed = await setClosed(tx, { ...ofChannel, closedOn: today() });
    if (!closed) throw new ServiceError('conflict');
    const detail = { code: closed.code };
    await auditPanel(tx, member, { action: 'panel.channel-closed', panelId, detail });
  });
}
