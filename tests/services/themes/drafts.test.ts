import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { adoptDraft } from '#app/services/themes/adopt-draft.server.ts';
import { decideMerge } from '#app/services/themes/decide-merge.server.ts';
import type { DraftResult } from '#app/services/themes/draft-result.ts';
import { getCodingPage } from '#app/services/themes/get-coding-page.server.ts';
import { getDraftProgress } from '#app/services/themes/get-draft-progress.server.ts';
import { getDraftsPage } from '#app/services/themes/get-drafts-page.server.ts';
import { insertAssignments } from '#db/queries/code-assignment.server.ts';
import { codeAssignments } from '#db/schema/code-assignment.ts';
import { themeDrafts } from '#db/schema/theme-check.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { addCode, change, codedRound, codeNames, type CodedRound } from './coded-round.ts';

const words = [
  'I waited for hours',
  'So long a wait',
  'Nobody explained it',
  'Nothing',
  'Xylophone',
];

describeOnDatabases('a first draft of themes', () => {
  let facilitator: Member;
  let moderator: Member;
  beforeAll(async () => {
    const workspace = await createWorkspace();
    facilitator = await createMember(workspace, 'facilitator');
    moderator = await createMember(workspace, 'moderator');
  });

  const idsOf = ({ panelId, codingId }: CodedRound) => ({ panelId, codingId });

  /** Three small themes of which two may be one, as the machine leaves them. */
  async function drafted() {
    const round = await codedRound(facilitator, words);
    const theme = (at: number, stability: number): DraftResult['themes'][number] => {
      const id = round.said[at] ?? '';
      return {
        ...{ phrases: [`phrase ${at}`], size: 1, stability, contributionIds: [id] },
        quotes: [{ id, role: 'central', start: 2, end: 8 }],
        readingOrder: stability < 0.4 ? [id] : [],
      };
    };
    const result: DraftResult = {
      themes: [theme(0, 0.8), theme(1, 0.5), theme(2, 0.2)],
      merges: [{ themes: [0, 1], likeness: 0.5 }],
      ...{ withoutContent: [round.said[3] ?? ''], unsure: [round.said[4] ?? ''] },
      ...{ repeated: [round.said[1] ?? ''], texts: 5, people: 5 },
      curve: [{ k: 4, stability: 0.6 }],
    };
    const { organisationId } = facilitator;
    const [row] = await getDatabase()
      .insert(themeDrafts)
      .values({
        ...{ organisationId, ...idsOf(round), language: 'en', requestedBy: facilitator.userId },
        ...{ state: 'done', result },
      })
      .returning({ id: themeDrafts.id });
    return { round, draftId: row?.id ?? '' };
  }

  const resultOf = async (round: CodedRound) => {
    const page = await getDraftsPage(facilitator, idsOf(round));
    return page.languages.find(({ language }) => language === 'en')?.result;
  };

  it('says what it rests on, quotes by span, and lists what is better read by hand', async () => {
    const { round } = await drafted();
    const result = await resultOf(round);
    expect(result?.coverage).toEqual({ texts: 5, people: 5, withTheme: 4 });
    expect(result?.withoutContent.map(({ text }) => text)).toEqual(['Nothing']);
    expect(result?.unsure.map(({ text }) => text)).toEqual(['Xylophone']);
    expect(result?.repeated.map(({ text }) => text)).toEqual(['So long a wait']);
    expect(result?.themes.map(({ steadiness }) => steadiness)).toEqual([
      ...['steady', 'tentative', 'by-hand'],
    ]);
    expect(result?.themes[0]?.quotes).toMatchObject([{ text: 'waited', role: 'central' }]);
    expect(result?.themes[2]?.readingOrder.map(({ text }) => text)).toEqual([
      'Nobody explained it',
    ]);
  });

  it('joins what people accept, and parts it again', async () => {
    const { round, draftId } = await drafted();
    const decide = (choice: 'accepted' | 'refused' | 'open', merge: number | null = 0) =>
      decideMerge(facilitator, { ...idsOf(round), draftId, merge, choice });
    await decide('accepted');
    const joined = await resultOf(round);
    expect(joined?.themes.map(({ parts }) => parts)).toEqual([[0, 1], [2]]);
    expect(joined?.merges[0]?.decision).toBe('accepted');
    await decide('open');
    expect((await resultOf(round))?.themes).toHaveLength(3);
    await decide('refused');
    // All that is open: what was refused stays so.
    await decide('accepted', null);
    expect((await resultOf(round))?.merges[0]?.decision).toBe('refused');
    // Taken back, all of them.
    await decide('open', null);
    expect((await resultOf(round))?.merges[0]?.decision).toBeNull();
    await expect(decide('accepted', 7)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      decideMerge(moderator, { ...idsOf(round), draftId, merge: 0, choice: 'open' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is made a code as the reader saw it, and proposes it without coding anything', async () => {
    const { round, draftId } = await drafted();
    const adopt = (parts: number[], version = 0) =>
      adoptDraft(facilitator, { ...idsOf(round), draftId, parts, name: 'Waiting', version });
    await decideMerge(facilitator, { ...idsOf(round), draftId, merge: 0, choice: 'accepted' });
    await expect(adopt([0])).rejects.toMatchObject({ reason: 'draft-joined-otherwise' });
    const taken = await addCode(facilitator, round, 'ＷＡＩＴＩＮＧ');
    await expect(adopt([0, 1], 1)).rejects.toMatchObject({ reason: 'code-name-taken' });
    await change(facilitator, round, { intent: 'retire', codeId: taken, reason: 'A trial' });
    await adopt([0, 1], 2);
    expect(await codeNames(round.codingId)).toEqual(['ＷＡＩＴＩＮＧ', 'Waiting']);
    for (const at of [0, 1]) {
      const view = { at: round.said[at] ?? '', only: 'all' as const };
      const { current, progress } = await getCodingPage(facilitator, idsOf(round), view);
      expect(current?.assignments).toMatchObject([{ origin: 'suggested' }]);
      expect(progress.coded).toBe(0);
    }
  });

  it('is the newest of its language, whose work is told without what was found', async () => {
    const { round, draftId } = await drafted();
    const { organisationId } = facilitator;
    const again = { organisationId, ...idsOf(round), language: 'en', state: 'running' } as const;
    const [row] = await getDatabase()
      .insert(themeDrafts)
      .values({
        ...{ ...again, progress: 0.5, requestedBy: facilitator.userId },
        createdAt: new Date(Date.now() + 60_000), // the clock of the embedded database is coarse
      })
      .returning({ id: themeDrafts.id });
    const newest = { id: row?.id, language: 'en', state: 'running', progress: 0.5 };
    expect((await getDraftProgress(facilitator, idsOf(round))).drafts).toEqual([newest]);
    const { languages } = await getDraftsPage(facilitator, idsOf(round));
    expect(languages).toMatchObject([{ draft: { id: row?.id }, result: null }]);
    // What was found before can still be made a code.
    const adopted = { draftId, parts: [2], name: 'Told', version: 0 };
    await adoptDraft(facilitator, { ...idsOf(round), ...adopted });
    expect(await codeNames(round.codingId)).toEqual(['Told']);
  });

  it('is proposed for more texts than one statement takes', async () => {
    const round = await codedRound(facilitator, ['I waited']);
    const codeId = await addCode(facilitator, round, 'Waiting');
    const { organisationId } = facilitator;
    const rows = Array.from({ length: 7000 }, (_, start) => ({
      ...{ organisationId, ...idsOf(round), contributionId: round.said[0] ?? '', codeId },
      ...{ start, end: start + 1, offered: false, by: null },
      ...({ origin: 'suggested', reading: 'first' } as const),
    }));
    await withActor(facilitator, (tx) => insertAssignments(tx, rows));
    const ofCode = eq(codeAssignments.codeId, codeId);
    expect(await getDatabase().$count(codeAssignments, ofCode)).toBe(7000);
  });
});
