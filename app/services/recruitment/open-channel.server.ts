import type { Member } from '#db/actor.server.ts';
import { insertChannel } from '#db/queries/panel-channel.server.ts';
import type { ChannelKind } from '#db/schema/panel.ts';
import { ServiceError } from '../../errors.ts';
import { newLinkCode } from '../new-link-code.server.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';

type NewChannel = { panelId: string; name: string; kind: ChannelKind };

/** A way by which people hear of the panel, with a link of its own. */
export async function openChannel(
  member: Member,
  { panelId, name, kind }: NewChannel,
): Promise<{ code: string }> {
  return changePanel(member, { panelId, permission: 'panels.manage' }, async (tx) => {
    const code = newLinkCode();
    const { organisationId } = member;
    const inserted = await insertChannel(tx, { organisationId, panelId, code, name, kind });
    if (!inserted) throw new ServiceError('conflict');
    await auditPanel(tx, member, {
      action: 'panel.channel-opened',
      panelId,
      detail: { code, name, kind },
    });
    return { code };
  });
}
