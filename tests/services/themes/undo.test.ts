import { eq, sql } from 'drizzle-orm';
import { createElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { UndoneNotice } from '#app/routes/_workspace.panels.$panelId.themes_.$codingId._index/undone-notice.tsx';
import { assignCode } from '#app/services/themes/assign-code.server.ts';
import { getCodingPage } from '#app/services/themes/get-coding-page.server.ts';
import { takeAwayCode } from '#app/services/themes/take-away-code.server.ts';
import { takeSuggestion } from '#app/services/themes/take-suggestion.server.ts';
import { undoCoding } from '#app/services/themes/undo-coding.server.ts';
import type { Member } from '#db/actor.server.ts';
import { codeAssignments } from '#db/schema/code-assignment.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { renderInRouter } from '../../app/components/support/render-in-router.tsx';
import { addCode, codedRound } from './coded-round.ts';

const text = 'I waited for hours';

describeOnDatabases('undoing what was coded', () => {
  let facilitator: Member;
  let moderator: Member;
  beforeAll(async () => {
    const workspace = await createWorkspace();
    facilitator = await createMember(workspace, 'facilitator');
    moderator = await createMember(workspace, 'moderator');
  });

  /** One text for which the machine proposes a code. */
  async function proposed() {
    const round = await codedRound(facilitator, [text]);
    const codeId = await addCode(facilitator, round, 'Waiting');
    const ids = { panelId: round.panelId, codingId: round.codingId };
    const contributionId = round.said[0] ?? '';
    const { organisationId } = facilitator;
    await getDatabase()
      .insert(codeAssignments)
      .values({
        ...{ organisationId, ...ids, contributionId, codeId, start: 0, end: text.length },
        ...{ origin: 'suggested', by: null },
      });
    const page = () => getCodingPage(facilitator, ids, { at: contributionId, only: 'all' });
    const given = async () => (await page()).current?.assignments ?? [];
    const assign = (member: Member, span: { start: number; end: number } | null = null) =>
      assignCode(member, {
        ...{ ...ids, contributionId, codeId, span, reading: 'first', offered: [] },
      });
    const takeAway = async (member: Member) => {
      const [one] = await given();
      const taken = { ...ids, assignmentId: one?.id ?? '', reading: 'first' } as const;
      await takeAwayCode(member, taken);
    };
    return { ids, page, given, assign, takeAway };
  }

  it('gives a proposal back that was accepted', async () => {
    const { ids, page, given } = await proposed();
    const [proposal] = await given();
    await takeSuggestion(facilitator, { ...ids, assignmentId: proposal?.id ?? '' });
    expect((await page()).acceptance).toEqual({ offered: 1, taken: 1 });
    await undoCoding(facilitator, ids);
    expect(await given()).toEqual([proposal]);
    expect((await page()).progress).toMatchObject({ proposed: 1, coded: 0 });
    expect((await page()).acceptance).toEqual({ offered: 0, taken: 0 });
  });

  it('ends at what was done today, and says which step it took back', async () => {
    const { ids, page, given, takeAway } = await proposed();
    const [proposal] = await given();
    await takeSuggestion(facilitator, { ...ids, assignmentId: proposal?.id ?? '' });
    await getDatabase()
      .update(codeAssignments)
      .set({ at: sql`now() - interval '1 day'` })
      .where(eq(codeAssignments.id, proposal?.id ?? ''));
    await takeAway(facilitator);
    const { step, codeId } = await undoCoding(facilitator, ids);
    const search = `?undone=${step}&code=${codeId}`;
    const notice = createElement(UndoneNotice, { page: await page() });
    const i18n = await createI18n('en');
    expect(renderInRouter(createElement(I18nextProvider, { i18n }, notice), search)).toContain(
      `Undone: the code “Waiting” stands at “${text}” again.`,
    );
    await expect(undoCoding(facilitator, ids)).rejects.toMatchObject({ reason: 'nothing-to-undo' });
    expect(await given()).toHaveLength(1);
  });

  it('gives it back at the words that were proposed, also after it was taken away', async () => {
    const { ids, given, assign, takeAway } = await proposed();
    await assign(facilitator, { start: 2, end: 8 });
    expect(await given()).toMatchObject([{ origin: 'accepted', start: 2, end: 8 }]);
    await takeAway(facilitator);
    await undoCoding(facilitator, ids);
    expect(await given()).toMatchObject([{ origin: 'accepted', start: 2, end: 8 }]);
    await undoCoding(facilitator, ids);
    expect(await given()).toMatchObject([{ origin: 'suggested', start: 0, end: text.length }]);
  });

  it('leaves what somebody else gave the same words meanwhile', async () => {
    const { ids, given, assign, takeAway } = await proposed();
    await assign(facilitator);
    await takeAway(facilitator);
    await assign(moderator);
    const standing = await given();
    await undoCoding(facilitator, ids);
    expect(await given()).toEqual(standing);
    const nothing = undoCoding(facilitator, ids);
    await expect(nothing).rejects.toMatchObject({ reason: 'nothing-to-undo' });
  });

  it('gives no proposal back where somebody chose the same meanwhile', async () => {
    const { ids, given, assign } = await proposed();
    await assign(facilitator, { start: 2, end: 8 });
    await assign(moderator);
    await undoCoding(facilitator, ids);
    expect(await given()).toMatchObject([{ origin: 'human', start: 0, end: text.length }]);
  });

  it('is not needed twice: words that have the code keep it beside a proposal for more of them', async () => {
    const { given, assign, takeAway, ids } = await proposed();
    await takeAway(facilitator);
    await assign(moderator, { start: 2, end: 8 });
    await undoCoding(facilitator, ids);
    await assign(facilitator, { start: 2, end: 8 });
    expect((await given()).map(({ origin }) => origin).sort()).toEqual(['human', 'suggested']);
  });
});
