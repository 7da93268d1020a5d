import type { Member } from '#db/actor.server.ts';
import { insertCoding, listCodableRounds } from '#db/queries/coding.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';

/** Begins to code what was said in a round, once for each round. */
export async function startCoding(
  member: Member,
  { panelId, roundId }: { panelId: string; roundId: string },
): Promise<{ codingId: string }> {
  const { organisationId, userId } = member;
  const change = { panelId, permission: 'themes.manage', states: ['open', 'closed'] } as const;
  return changePanel(member, change, async (tx) => {
    const rounds = await listCodableRounds(tx, { organisationId, panelId });
    const round = rounds.find(({ id }) => id === roundId);
    if (!round) throw new ServiceError('conflict', 'coding-not-possible');
    const codingId = await insertCoding(tx, {
      ...{ organisationId, panelId, roundId, startedBy: userId },
    });
    if (codingId === undefined) throw new ServiceError('conflict', 'coding-not-possible');
    const detail = { number: round.number };
    await auditPanel(tx, member, { action: 'themes.coding-started', panelId, detail });
    return { codingId };
  });
}
