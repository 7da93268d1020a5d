import type { Member } from '#db/actor.server.ts';
import { saveBenefitsNote as save } from '#db/queries/panel-payment.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';

/** What people who receive benefits read beside an offer. */
export async function saveBenefitsNote(
  member: Member,
  { panelId, revision, note }: { panelId: string; revision: number; note: LocalText },
): Promise<void> {
  await changePanel(member, { panelId, permission: 'panels.manage' }, async (tx, panel) => {
    const { organisationId } = member;
    if (!(await save(tx, { organisationId, panelId, revision, note }))) {
      const newest = { revision: panel.revision };
      throw new ServiceError('conflict', 'edited-meanwhile', newest);
    }
    await auditPanel(tx, member, { action: 'panel.edited', panelId });
  });
}
