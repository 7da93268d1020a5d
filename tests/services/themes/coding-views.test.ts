import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { assignCode } from '#app/services/themes/assign-code.server.ts';
import { getCodebookPage } from '#app/services/themes/get-codebook-page.server.ts';
import { getCodingPage, type CodingView } from '#app/services/themes/get-coding-page.server.ts';
import { getDraftsPage } from '#app/services/themes/get-drafts-page.server.ts';
import type { Member } from '#db/actor.server.ts';
import { insertAssignments } from '#db/queries/code-assignment.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { buildWorker } from '../results/worker-thread.ts';
import { addCode, codedRound, type CodedRound } from './coded-round.ts';

const whole = { span: null, reading: 'first', offered: [] } as const;

describeOnDatabases('what a coder looks at', () => {
  let facilitator: Member;
  beforeAll(async () => {
    await buildWorker();
    facilitator = await createMember(await createWorkspace(), 'facilitator');
  });

  const idsOf = ({ panelId, codingId }: CodedRound) => ({ panelId, codingId });
  const page = (round: CodedRound, only: CodingView['only'], at: string | null = null) =>
    getCodingPage(facilitator, idsOf(round), { at, only });
  const assign = (round: CodedRound, text: number, codeId: string) =>
    assignCode(facilitator, {
      ...{ ...idsOf(round), contributionId: round.said[text] ?? '', codeId, ...whole },
    });

  /** As a draft does that somebody made a code. */
  async function propose(round: CodedRound, texts: readonly number[], codeId: string) {
    const { organisationId } = facilitator;
    const of = { organisationId, ...idsOf(round), codeId };
    await withActor({ kind: 'system', organisationId }, (tx) =>
      insertAssignments(
        tx,
        texts.map((at) => ({
          ...{ ...of, contributionId: round.said[at] ?? '', start: 0, end: 5, by: null },
          ...({ origin: 'suggested', reading: 'first', offered: false } as const),
        })),
      ),
    );
  }

  it('is all texts, those nobody coded, or those the machine proposes a code for', async () => {
    const round = await codedRound(facilitator, ['First', 'Second', 'Third', 'Fourth']);
    const code = await addCode(facilitator, round, 'Ordinal');
    await assign(round, 0, code);
    await propose(round, [1, 3], code);
    const listed = async (only: CodingView['only'], at: string | null = null) =>
      (await page(round, only, at)).list.map(({ text }) => text).sort();
    expect(await listed('all')).toEqual(['First', 'Fourth', 'Second', 'Third']);
    expect(await listed('uncoded')).toEqual(['Fourth', 'Second', 'Third']);
    expect(await listed('proposed')).toEqual(['Fourth', 'Second']);
    const { current, progress } = await page(round, 'proposed');
    expect(progress).toMatchObject({ coded: 1, left: 3, proposed: 2 });
    expect(['Second', 'Fourth']).toContain(current?.text);
    expect((await getDraftsPage(facilitator, idsOf(round))).proposed).toBe(2);
    // Looked at, it is not listed any more, unless it is the one that is read.
    await assign(round, 1, code);
    expect(await listed('proposed')).toEqual(['Fourth']);
    expect(await listed('proposed', round.said[1])).toEqual(['Fourth', 'Second']);
  });

  it('is how right suggestions were, in the order in which texts were coded, for who asks', async () => {
    const words = ['We waited long', 'The food was cold'];
    const round = await codedRound(
      facilitator,
      Array.from({ length: 12 }, (_, at) => `${words[at % 2]} on day ${at}`),
    );
    const codes = [
      await addCode(facilitator, round, 'Waiting'),
      await addCode(facilitator, round, 'Food'),
    ];
    for (let at = 0; at < 12; at += 1) await assign(round, at, codes[at % 2] ?? '');
    const asked = { from: null, to: null, split: null };
    const curves = async (hasCurve: boolean) =>
      (await getCodebookPage(facilitator, idsOf(round), { ...asked, hasCurve })).curves;
    expect(await curves(false)).toBeNull();
    expect(await curves(true)).toEqual([
      {
        ...{ language: 'en', coded: 12 },
        points: [
          { learnt: 5, tested: 5, first: 5, three: 5 },
          { learnt: 10, tested: 2, first: 2, three: 2 },
        ],
      },
    ]);
  });
});
