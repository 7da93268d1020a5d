import { beforeAll, expect, it } from 'vitest';
import { adjudicate } from '#app/services/themes/adjudicate.server.ts';
import { assignCode } from '#app/services/themes/assign-code.server.ts';
import { finishDouble } from '#app/services/themes/finish-double.server.ts';
import { getCodebookPage } from '#app/services/themes/get-codebook-page.server.ts';
import { getCodingPage } from '#app/services/themes/get-coding-page.server.ts';
import { getDoublePage } from '#app/services/themes/get-double-page.server.ts';
import { sampleDouble } from '#app/services/themes/sample-double.server.ts';
import { takeAwayCode } from '#app/services/themes/take-away-code.server.ts';
import { takeSuggestion } from '#app/services/themes/take-suggestion.server.ts';
import { undoCoding } from '#app/services/themes/undo-coding.server.ts';
import { getDatabase } from '#app/database.server.ts';
import type { Member } from '#db/actor.server.ts';
import { codeAssignments } from '#db/schema/code-assignment.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';
import { addCode, codedRound, type CodedRound } from './coded-round.ts';

const all = { span: null, offered: [] } as const;
const texts = ['I waited', 'Cold food', 'Long wait'];

describeOnDatabases('a second reading', () => {
  let facilitator: Member;
  let moderator: Member;
  let translator: Member;
  let second: Member;
  beforeAll(async () => {
    const workspace = await createWorkspace();
    facilitator = await createMember(workspace, 'facilitator');
    moderator = await createMember(workspace, 'moderator');
    second = await createMember(workspace, 'facilitator');
    translator = await createMember(workspace, 'translator');
  });

  const idsOf = ({ panelId, codingId }: CodedRound) => ({ panelId, codingId });

  async function coded() {
    const round = await codedRound(facilitator, texts);
    const waiting = await addCode(facilitator, round, 'Waiting');
    const food = await addCode(facilitator, round, 'Food');
    for (const [text, codeId] of [waiting, food, waiting].entries()) {
      const contributionId = round.said[text] ?? '';
      const input = { ...idsOf(round), contributionId, codeId, ...all };
      await assignCode(facilitator, { ...input, reading: 'first' });
    }
    return { round, waiting, food };
  }

  /** The moderator reads everything again, and gives what `choose` says. */
  async function readAgain(round: CodedRound, choose: (text: string) => string[]): Promise<void> {
    await sampleDouble(facilitator, { ...idsOf(round), coder: moderator.userId, size: 10 });
    for (let left = texts.length; left > 0; left -= 1) {
      const { current } = await getDoublePage(moderator, idsOf(round));
      const contributionId = current?.id ?? '';
      for (const codeId of choose(current?.text ?? '')) {
        const input = { ...idsOf(round), contributionId, codeId, ...all };
        await assignCode(moderator, { ...input, reading: 'second' });
      }
      await finishDouble(moderator, { ...idsOf(round), contributionId });
    }
  }

  it('is blind: its reader sees no codes of the first, and codes there first', async () => {
    const { round, waiting } = await coded();
    await sampleDouble(facilitator, { ...idsOf(round), coder: moderator.userId, size: 10 });
    const asked = { at: round.said[0] ?? '', only: 'all' } as const;
    const seen = await getCodingPage(moderator, idsOf(round), asked);
    expect(seen.current).toMatchObject({ isHidden: true, assignments: [], suggestions: [] });
    expect((await getCodingPage(facilitator, idsOf(round), asked)).current?.isHidden).toBe(false);
    const page = await getDoublePage(moderator, idsOf(round));
    expect(page.left).toBe(3);
    expect(page.current?.assignments).toEqual([]);
    const first = assignCode(moderator, {
      ...{ ...idsOf(round), contributionId: round.said[0] ?? '', codeId: waiting, ...all },
      reading: 'first',
    });
    await expect(first).rejects.toMatchObject({ reason: 'second-reading-first' });
  });

  it('is blind on the codebook too: words of a code are for who splits it, and not to be read again', async () => {
    const { round, waiting } = await coded();
    const asked = { from: null, to: null, split: waiting, hasCurve: false };
    const words = async (member: Member) =>
      (await getCodebookPage(member, idsOf(round), asked)).split?.words.map(({ text }) => text);
    expect(await words(moderator)).toBeUndefined();
    expect((await words(second))?.sort()).toEqual(['I waited', 'Long wait']);
    await sampleDouble(facilitator, { ...idsOf(round), coder: second.userId, size: 10 });
    expect(await words(second)).toEqual([]);
  });

  it('is by somebody who may code and has coded none of the texts', async () => {
    const { round } = await coded();
    const sample = (coder: string) =>
      sampleDouble(facilitator, { ...idsOf(round), coder, size: 5 });
    await expect(sample(facilitator.userId)).rejects.toMatchObject({
      reason: 'nothing-to-read-twice',
    });
    await expect(sample(translator.userId)).rejects.toMatchObject({
      reason: 'second-reader-missing',
    });
  });

  it('is drawn by a seed that nobody foresees and the trail keeps', async () => {
    const seeds: unknown[] = [];
    for (let times = 0; times < 3; times += 1) {
      const { round } = await coded();
      await sampleDouble(facilitator, { ...idsOf(round), coder: moderator.userId, size: 1 });
      const trail = await listAudit(facilitator.organisationId);
      const drawn = trail.filter(({ action }) => action === 'themes.read-twice').at(-1);
      seeds.push((drawn?.detail as { seed?: number } | undefined)?.seed);
    }
    expect(seeds.every(Number.isInteger)).toBe(true);
    expect(new Set(seeds).size).toBe(3);
  });

  it('agrees wholly where both give the same', async () => {
    const { round, waiting, food } = await coded();
    await readAgain(round, (text) => [text === 'Cold food' ? food : waiting]);
    const { agreement, disagreements } = await getDoublePage(facilitator, idsOf(round));
    expect(agreement).toMatchObject({ texts: 3, alpha: 1 });
    expect(disagreements).toEqual([]);
  });

  it('shows where two differ; the decision counts, and the agreement stays as it was', async () => {
    const { round, waiting, food } = await coded();
    await readAgain(round, (text) => [text === 'I waited' ? waiting : food]);
    const before = await getDoublePage(facilitator, idsOf(round));
    expect(before.disagreements).toMatchObject([
      {
        text: 'Long wait',
        first: [{ name: 'Waiting' }],
        second: [{ name: 'Food' }],
        decided: null,
      },
    ]);
    const verdict = { ...idsOf(round), contributionId: round.said[2] ?? '', codes: [food] };
    const both = await Promise.allSettled([
      adjudicate(facilitator, { ...verdict, reason: 'It is the queue for food' }),
      adjudicate(facilitator, { ...verdict, codes: [waiting], reason: 'It is the wait' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const after = await getDoublePage(facilitator, idsOf(round));
    expect(after.disagreements[0]?.decided).toHaveLength(1);
    expect(after.agreement).toEqual(before.agreement);
    const asked = { at: round.said[2] ?? '', only: 'all' } as const;
    const { current } = await getCodingPage(facilitator, idsOf(round), asked);
    const [decided] = after.disagreements[0]?.decided ?? [];
    expect(current?.assignments.map(({ codeId }) => codeId)).toEqual([decided?.id]);
  });

  it('is decided for good: nobody codes the text otherwise, takes a code away or undoes it', async () => {
    const { round, waiting, food } = await coded();
    await readAgain(round, (text) => [text === 'I waited' ? waiting : food]);
    const contributionId = round.said[2] ?? '';
    const { organisationId } = facilitator;
    const proposal = { organisationId, ...idsOf(round), contributionId, start: 0, end: 9 };
    await getDatabase()
      .insert(codeAssignments)
      .values({ ...proposal, codeId: food, origin: 'suggested' });
    await adjudicate(facilitator, {
      ...{ ...idsOf(round), contributionId, codes: [food], reason: 'The queue for food' },
    });
    const asked = { at: contributionId, only: 'all' } as const;
    const page = await getCodingPage(facilitator, idsOf(round), asked);
    expect(page.current).toMatchObject({ isDecided: true });
    expect(page.current?.assignments).toMatchObject([{ codeId: food, origin: 'accepted' }]);
    expect(page.progress.proposed).toBe(0);
    const refused = { reason: 'text-adjudicated' };
    const input = { ...idsOf(round), contributionId, codeId: waiting, ...all };
    await expect(assignCode(facilitator, { ...input, reading: 'first' })).rejects.toMatchObject(
      refused,
    );
    const assignmentId = page.current?.assignments[0]?.id ?? '';
    const takeAway = { ...idsOf(round), assignmentId, reading: 'first' } as const;
    await expect(takeAwayCode(facilitator, takeAway)).rejects.toMatchObject(refused);
    await expect(
      takeSuggestion(facilitator, { ...idsOf(round), assignmentId }),
    ).rejects.toMatchObject(refused);
    // What is undone is the last step in another text.
    expect((await undoCoding(facilitator, idsOf(round))).contributionId).not.toBe(contributionId);
    const after = await getCodingPage(facilitator, idsOf(round), asked);
    expect(after.current?.assignments).toEqual(page.current?.assignments);
  });
});
