import type { Member } from '#db/actor.server.ts';
import { deleteRoundDraft } from '#db/queries/panel-round.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';
import { requireRoundIn, type RoundName } from './internal.server.ts';

/** Takes a draft away with its prompts and statements. */
export async function deleteRound(member: Member, name: RoundName): Promise<void> {
  const { panelId } = name;
  await changePanel(member, { panelId, permission: 'panels.manage' }, async (tx) => {
    const { number } = await requireRoundIn(tx, member, { ...name, states: ['draft'] });
    const { organisationId } = member;
    if (!(await deleteRoundDraft(tx, { organisationId, ...name }))) {
      throw new ServiceError('conflict');
    }
    await auditPanel(tx, member, { action: 'round.deleted', panelId, detail: { number } });
  });
}
