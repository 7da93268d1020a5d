import type { Member } from '#db/actor.server.ts';
import { lockReports } from '#db/queries/amended-words.server.ts';
import { answerFlag as saveAnswer } from '#db/queries/theme-check.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';
import { reviseAnswer } from './hold-answers.server.ts';

/** What is said to somebody who sees something rare that matters; it stands in the report. */
export async function answerFlag(
  member: Member,
  { flagId, answer, ...ids }: CodingIds & { flagId: string; answer: string },
): Promise<void> {
  await changeCoding(member, { ...ids, permission: 'themes.manage' }, async (tx, { of }) => {
    await lockReports(tx, of);
    const given = { flagId, answer, by: member.userId, on: today() };
    if (!(await saveAnswer(tx, { ...of, ...given }))) {
      throw new ServiceError('conflict', 'flag-answered');
    }
    await reviseAnswer(tx, of, { id: flagId, answer });
    const detail = { flag: flagId };
    await auditPanel(tx, member, { action: 'themes.flag-answered', panelId: ids.panelId, detail });
  });
}
