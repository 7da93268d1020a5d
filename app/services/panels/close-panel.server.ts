import type { Member } from '#db/actor.server.ts';
import { listRounds } from '#db/queries/panel-round.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';
import { savePanel } from './internal.server.ts';

/** Nobody is left in the middle of a round: each is closed with its outcome first. */
export async function closePanel(
  member: Member,
  { panelId, revision }: { panelId: string; revision: number },
): Promise<void> {
  const change = { panelId, permission: 'panels.manage', states: ['open'] } as const;
  await changePanel(member, change, async (tx) => {
    const rounds = await listRounds(tx, { organisationId: member.organisationId, panelId });
    if (rounds.some(({ state }) => state === 'open')) {
      throw new ServiceError('illegal-state', 'panel-has-open-round');
    }
    const closed = { state: 'closed', closedOn: today() } as const;
    await savePanel(tx, member, { panelId, revision, change: closed });
    await auditPanel(tx, member, { action: 'panel.closed', panelId });
  });
}
