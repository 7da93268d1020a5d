import type { Member } from '#db/actor.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { insertFlag } from '#db/queries/theme-check.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';

/** Says that something matters although few say it. Nobody can take that away: it is answered. */
export async function raiseFlag(
  member: Member,
  { contributionId, reason, ...ids }: CodingIds & { contributionId: string; reason: string },
): Promise<void> {
  await changeCoding(member, { ...ids, permission: 'themes.code' }, async (tx, { of }) => {
    if (!(await listCodedTexts(tx, of)).some(({ id }) => id === contributionId)) {
      throw new ServiceError('conflict', 'words-gone');
    }
    await insertFlag(tx, {
      ...{ ...of, contributionId, reason, by: member.userId, raisedOn: today() },
    });
    await auditPanel(tx, member, {
      action: 'themes.flagged',
      panelId: ids.panelId,
      detail: { contribution: contributionId },
    });
  });
}
