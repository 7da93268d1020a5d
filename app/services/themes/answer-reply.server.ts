import type { Member } from '#db/actor.server.ts';
import { lockReports } from '#db/queries/amended-words.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { answerReply as saveAnswer } from '#db/queries/theme-check.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';
import { reviseAnswer } from './hold-answers.server.ts';

/**
 * Answers what somebody said to the themes. Their words are printed as given here, without what tells
 * who they are, and only if they agreed to be quoted.
 */
export async function answerReply(
  member: Member,
  {
    memberId,
    replyId,
    printed,
    answer,
    ...ids
  }: CodingIds & { memberId: string; replyId: string; printed: string; answer: string },
): Promise<void> {
  const change = { ...ids, permission: 'panel-reports.publish' } as const;
  await changeCoding(member, change, async (tx, { of }) => {
    await lockReports(tx, of);
    const agreed = (await listCodedTexts(tx, of)).some(
      (text) => text.memberId === memberId && text.quoteConsentId !== null,
    );
    const shown = agreed && printed !== '' ? printed : null;
    const given = { memberId, replyId, printed: shown, answer, by: member.userId, on: today() };
    if (!(await saveAnswer(tx, { ...of, ...given }))) {
      throw new ServiceError('conflict', 'reply-changed');
    }
    await reviseAnswer(tx, of, { id: replyId, answer });
    await auditPanel(tx, member, { action: 'themes.reply-answered', panelId: ids.panelId });
  });
}
