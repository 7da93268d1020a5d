import { beforeAll, expect, it } from 'vitest';
import { assignCode } from '#app/services/themes/assign-code.server.ts';
import { changeCodebook } from '#app/services/themes/change-codebook.server.ts';
import { getCodebookPage } from '#app/services/themes/get-codebook-page.server.ts';
import { getCodingPage } from '#app/services/themes/get-coding-page.server.ts';
import { startCoding } from '#app/services/themes/start-coding.server.ts';
import { takeAwayCode } from '#app/services/themes/take-away-code.server.ts';
import { undoCoding } from '#app/services/themes/undo-coding.server.ts';
import { withdrawContribution } from '#app/services/contributions/withdraw-contribution.server.ts';
import { withActor } from '#app/database.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { buildWorker } from '../results/worker-thread.ts';
import { addCode, change, codedRound, codeNames, type CodedRound } from './coded-round.ts';

const whole = { span: null, reading: 'first', offered: [] } as const;

describeOnDatabases('coding what was said', () => {
  let facilitator: Member;
  let moderator: Member;
  beforeAll(async () => {
    await buildWorker();
    const workspace = await createWorkspace();
    facilitator = await createMember(workspace, 'facilitator');
    moderator = await createMember(workspace, 'moderator');
  });

  const idsOf = ({ panelId, codingId }: CodedRound) => ({ panelId, codingId });
  const codebook = (round: CodedRound, from: number | null = null) =>
    getCodebookPage(facilitator, idsOf(round), { from, to: null, split: null, hasCurve: false });
  const page = (round: CodedRound, at: string | null = null) =>
    getCodingPage(facilitator, idsOf(round), { at, only: 'all' });
  const assign = (round: CodedRound, text: number, codeId: string, member = facilitator) =>
    assignCode(member, {
      ...idsOf(round),
      contributionId: round.said[text] ?? '',
      codeId,
      ...whole,
    });

  it('begins once for each round, by whoever keeps codebooks', async () => {
    const round = await codedRound(facilitator, ['I waited for hours']);
    const again = startCoding(facilitator, round);
    await expect(again).rejects.toMatchObject({ reason: 'coding-not-possible' });
    await expect(startCoding(moderator, round)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('lets a role code that may not change the codebook', async () => {
    const round = await codedRound(facilitator, ['I waited for hours', 'The food was cold']);
    const waiting = await addCode(facilitator, round, 'Waiting');
    await assign(round, 0, waiting, moderator);
    expect((await page(round, round.said[0])).current?.assignments).toMatchObject([
      { codeId: waiting, origin: 'human', start: 0, end: 18 },
    ]);
    await expect(addCode(moderator, round, 'Food')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('gives the same words the same code once, and only words of the text', async () => {
    const round = await codedRound(facilitator, ['I waited']);
    const waiting = await addCode(facilitator, round, 'Waiting');
    await assign(round, 0, waiting);
    await assign(round, 0, waiting);
    expect((await page(round)).codes).toMatchObject([{ name: 'Waiting', texts: 1 }]);
    expect((await page(round, round.said[0])).current?.assignments).toHaveLength(1);
    const outside = assignCode(facilitator, {
      ...{ ...idsOf(round), contributionId: round.said[0] ?? '', codeId: waiting },
      ...{ ...whole, span: { start: 2, end: 99 } },
    });
    await expect(outside).rejects.toMatchObject({ reason: 'span-outside' });
  });

  it('counts what was merged once, and gives it back when the merging is undone', async () => {
    const round = await codedRound(facilitator, ['I waited', 'It took long', 'Cold food']);
    const waiting = await addCode(facilitator, round, 'Waiting');
    const slow = await addCode(facilitator, round, 'Slow');
    await assign(round, 0, waiting);
    await assign(round, 0, slow);
    await assign(round, 1, slow);
    const reason = 'The same';
    await change(facilitator, round, { intent: 'merge', codeId: slow, into: waiting, reason });
    expect((await page(round)).codes).toMatchObject([{ name: 'Waiting', texts: 2 }]);
    await expect(assign(round, 2, slow)).rejects.toMatchObject({ reason: 'code-not-in-use' });
    await change(facilitator, round, { intent: 'unmerge', codeId: slow, reason: 'Not the same' });
    expect((await page(round)).codes).toMatchObject([
      { name: 'Waiting', texts: 1 },
      { name: 'Slow', texts: 2 },
    ]);
  });

  it('splits a code by the words that are chosen', async () => {
    const round = await codedRound(facilitator, ['I waited', 'Nobody came']);
    const waiting = await addCode(facilitator, round, 'Waiting');
    await assign(round, 0, waiting);
    await assign(round, 1, waiting);
    const asked = { from: null, to: null, split: waiting, hasCurve: false };
    const { split } = await getCodebookPage(facilitator, idsOf(round), asked);
    const chosen = split?.words.find(({ text }) => text === 'Nobody came')?.id ?? '';
    await change(facilitator, round, {
      ...{ intent: 'split', codeId: waiting, name: 'Alone', description: '' },
      ...{ reason: 'Another thing', assignments: [chosen] },
    });
    expect((await page(round)).codes).toMatchObject([
      { name: 'Waiting', texts: 1 },
      { name: 'Alone', texts: 1 },
    ]);
  });

  it('keeps who changed what and why, and shows what two versions have otherwise', async () => {
    const round = await codedRound(facilitator, ['I waited']);
    const codeId = await addCode(facilitator, round, 'Waiting');
    const renamed = { intent: 'rename', codeId, name: 'Delay', description: '' } as const;
    await change(facilitator, round, { ...renamed, reason: 'Plainer' });
    await change(facilitator, round, { intent: 'retire', codeId, reason: 'Not used' });
    const { events, compared } = await codebook(round, 1);
    expect(events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['retire', 'Not used'],
      ['rename', 'Plainer'],
      ['create', ''],
    ]);
    expect(compared?.differences).toMatchObject([
      { before: { name: 'Waiting' }, after: { name: 'Delay' }, changed: ['name', 'retired'] },
    ]);
    expect((await page(round)).codes).toEqual([]);
    const asked = { from: null, to: null, split: null, hasCurve: false, at: 1 };
    const { at } = await getCodebookPage(facilitator, idsOf(round), asked);
    expect(at).toMatchObject({ version: 1, codes: [{ name: 'Waiting', retired: false }] });
    await change(facilitator, round, { intent: 'restore', codeId, reason: 'Needed' });
    expect((await page(round)).codes).toMatchObject([{ name: 'Delay' }]);
  });

  it('takes one of two changes of the same version, and no name twice', async () => {
    const round = await codedRound(facilitator, ['I waited']);
    const input = { intent: 'create', version: 0, description: '' } as const;
    const both = await Promise.allSettled(
      ['Waiting', 'Food'].map((name) =>
        changeCodebook(facilitator, { ...idsOf(round), input: { ...input, name } }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [name = ''] = await codeNames(round.codingId);
    await expect(addCode(facilitator, round, name.toUpperCase())).rejects.toMatchObject({
      reason: 'code-name-taken',
    });
  });

  it('undoes step by step what one person did, also a removal', async () => {
    const round = await codedRound(facilitator, ['I waited', 'Cold food']);
    const waiting = await addCode(facilitator, round, 'Waiting');
    await assign(round, 1, waiting, moderator);
    await assign(round, 0, waiting);
    const [given] = (await page(round, round.said[0])).current?.assignments ?? [];
    const taken = { ...idsOf(round), assignmentId: given?.id ?? '', reading: 'first' } as const;
    await takeAwayCode(facilitator, taken);
    expect((await page(round)).progress.coded).toBe(1);
    expect(await undoCoding(facilitator, idsOf(round))).toMatchObject({
      contributionId: round.said[0],
    });
    expect((await page(round)).progress.coded).toBe(2);
    await undoCoding(facilitator, idsOf(round));
    expect((await page(round)).progress.coded).toBe(1);
    const nothing = undoCoding(facilitator, idsOf(round));
    await expect(nothing).rejects.toMatchObject({ reason: 'nothing-to-undo' });
  });

  it('suggests from what people chose, marks what is taken, and counts it', async () => {
    const slow = ['We waited long', 'They made us wait long', 'A long wait in the hall'];
    const cold = ['The food was cold', 'Cold food again', 'Our food came cold'];
    const round = await codedRound(facilitator, [...slow, ...cold, 'The food is cold here']);
    const waiting = await addCode(facilitator, round, 'Waiting');
    const food = await addCode(facilitator, round, 'Food');
    for (const text of [0, 1, 2]) await assign(round, text, waiting);
    for (const text of [3, 4, 5]) await assign(round, text, food);
    const { current, next, acceptance } = await page(round, round.said[6]);
    expect(next).toBe(round.said[6]);
    expect(acceptance).toEqual({ offered: 0, taken: 0 });
    const offered = current?.suggestions.map(({ codeId }) => codeId) ?? [];
    expect(offered).toEqual([food, waiting]);
    await assignCode(facilitator, {
      ...{ ...idsOf(round), contributionId: round.said[6] ?? '', codeId: food },
      ...{ ...whole, offered },
    });
    const after = await page(round, round.said[6]);
    expect(after.current?.assignments).toMatchObject([{ codeId: food, origin: 'accepted' }]);
    expect(after.acceptance).toEqual({ offered: 1, taken: 1 });
    expect(after.current?.suggestions.map(({ codeId }) => codeId)).toEqual([waiting]);
  });

  it('sets answers that say nothing aside, and forgets words that are taken back', async () => {
    const round = await codedRound(facilitator, ['Nothing', 'I waited']);
    const waiting = await addCode(facilitator, round, 'Waiting');
    await assign(round, 1, waiting);
    expect((await page(round)).progress).toMatchObject({ withoutContent: 1, coded: 1, left: 0 });
    const { organisationId } = facilitator;
    await withActor({ kind: 'system', organisationId }, (tx) =>
      withdrawContribution(tx, {
        ...{ organisationId, contributionId: round.said[1] ?? '' },
        memberId: round.people[1]?.memberId ?? '',
      }),
    );
    expect((await page(round)).progress).toMatchObject({ total: 1, coded: 0 });
    expect((await page(round)).codes).toMatchObject([{ texts: 0 }]);
  });
});
