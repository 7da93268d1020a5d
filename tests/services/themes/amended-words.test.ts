import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { amendRedaction } from '#app/services/contributions/amend-redaction.server.ts';
import { getContribution } from '#app/services/contributions/get-contribution.server.ts';
import { recordLeaving } from '#app/services/panel-people/record-leaving.server.ts';
import { assignCode } from '#app/services/themes/assign-code.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { codeAssignments } from '#db/schema/code-assignment.ts';
import { contributionOriginals } from '#db/schema/contribution.ts';
import { themeReplies } from '#db/schema/theme-check.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { addCode, codedRound, type CodedRound } from './coded-round.ts';

const words = 'Sister Okafor came late. Nobody told me why.';

describeOnDatabases('what was coded', () => {
  let facilitator: Member;
  beforeAll(async () => {
    facilitator = await createMember(await createWorkspace(), 'facilitator');
  });

  const idsOf = ({ panelId, codingId, said }: CodedRound) => ({
    ...{ panelId, codingId, contributionId: said[0] ?? '' },
  });

  async function codedAt(round: CodedRound, codeId: string, part: string): Promise<void> {
    const start = words.indexOf(part);
    const span = { start, end: start + part.length };
    const chosen = { reading: 'first', offered: [] } as const;
    await assignCode(facilitator, { ...idsOf(round), codeId, span, ...chosen });
  }

  it('keeps its codes at the same words when a name is taken out later', async () => {
    const round = await codedRound(facilitator, [words]);
    const late = await addCode(facilitator, round, 'Late');
    const told = await addCode(facilitator, round, 'Not told');
    await codedAt(round, told, 'Nobody told me why.');
    await codedAt(round, late, 'Sister Okafor came');
    await codedAt(round, late, 'Okafor');
    const { contributionId } = idsOf(round);
    const { organisationId } = facilitator;
    await getDatabase().insert(contributionOriginals).values({
      organisationId,
      panelId: round.panelId,
      contributionId,
      text: words,
      names: [],
      spans: [],
    });
    const { contribution } = await getContribution(facilitator, idsOf(round));
    await amendRedaction(facilitator, {
      ...{ ...idsOf(round), words: 'Okafor', reason: 'A nurse is named' },
      revision: contribution.revision,
    });
    const { contribution: amended } = await getContribution(facilitator, idsOf(round));
    expect(amended.text).not.toContain('Okafor');
    const rows = await getDatabase()
      .select()
      .from(codeAssignments)
      .where(eq(codeAssignments.contributionId, contributionId));
    const coded = rows.map(({ codeId, start, end }) => [codeId, amended.text?.slice(start, end)]);
    expect(coded.sort()).toEqual(
      [
        [told, 'Nobody told me why.'],
        [late, amended.text],
      ].sort(),
    );
  });

  it('keeps what people said to the themes only while they let it stand', async () => {
    const round = await codedRound(facilitator, [words]);
    const { panelId, codingId } = round;
    const memberId = round.people[0]?.memberId ?? '';
    const { organisationId } = facilitator;
    await getDatabase()
      .insert(themeReplies)
      .values({
        ...{ organisationId, panelId, codingId, memberId, verdict: 'missing', language: 'en' },
        ...{ words: 'And the food', repliedOn: '2026-03-01' },
      });
    const replies = () =>
      getDatabase().select().from(themeReplies).where(eq(themeReplies.memberId, memberId));
    expect(await replies()).toMatchObject([{ verdict: 'missing', words: 'And the food' }]);
    await recordLeaving(facilitator, { panelId, memberId, words: 'withdraw', readBackOn: today() });
    expect(await replies()).toMatchObject([{ verdict: 'missing', words: '', printed: null }]);
  });
});
