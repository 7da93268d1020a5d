import { randomUUID } from 'node:crypto';
import type { Generator } from '#analysis/numeric/seeded-generator.ts';
import type { Transaction } from '../../database.ts';
import { panelAskings } from '../../schema/panel-member.ts';
import {
  panelPrompts,
  panelRatingMarks,
  panelRatings,
  panelRounds,
} from '../../schema/panel-round.ts';
import { panelStatements, panelVotes, passReasons } from '../../schema/panel-statement.ts';
import { panelTellings } from '../../schema/suggestion.ts';
import { daysBefore } from './days.ts';
import type { DemoPerson } from './insert-people.server.ts';
import type { DemoPanel } from './insert-set-up.server.ts';
import { demoRounds, demoStatements, openStatement } from './round-texts.ts';

export type DemoRound = { roundId: string; promptIds: string[] };

const calendar = [
  { opened: 130, closes: 76, closed: 76 as number | null },
  { opened: 10, closes: -21, closed: null },
] as const;

async function insertAskings(
  tx: Transaction,
  demo: DemoPanel,
  { roundId, people, at }: { roundId: string; people: readonly DemoPerson[]; at: number },
) {
  const { organisationId, panelId, today } = demo;
  const { opened, closed } = calendar[at] ?? calendar[0];
  await tx.insert(panelAskings).values(
    people.map(({ memberId }, index) => ({
      ...{ organisationId, panelId, memberId, roundId, minutes: 25 },
      askedOn: daysBefore(today, opened),
      doneOn: closed !== null || index < 3 ? daysBefore(today, opened - 4) : null,
    })),
  );
  if (closed === null) return;
  await tx.insert(panelTellings).values(
    people.map(({ memberId }, index) => ({
      ...{ organisationId, panelId, memberId, news: `round:${roundId}` },
      happenedOn: daysBefore(today, closed),
      mailedOn: daysBefore(today, closed - 1),
      seenOn: index % 3 === 0 ? null : daysBefore(today, closed - 5),
    })),
  );
}

async function insertVotes(
  tx: Transaction,
  demo: DemoPanel,
  {
    roundId,
    people,
    random,
  }: { roundId: string; people: readonly DemoPerson[]; random: Generator },
) {
  const { organisationId, panelId } = demo;
  for (const [index, { text, agree }] of demoStatements.entries()) {
    const id = randomUUID();
    const position = index + 1;
    await tx
      .insert(panelStatements)
      .values({ organisationId, panelId, roundId, id, position, text });
    const votes = people.map(({ memberId }): typeof panelVotes.$inferInsert => {
      const vote = { organisationId, panelId, memberId, statementId: id };
      if (random() < 0.1) {
        const reason = passReasons[Math.floor(random() * passReasons.length)];
        return { ...vote, choice: 'pass', passReason: reason ?? 'unsure' };
      }
      return { ...vote, choice: random() < agree ? 'agree' : 'disagree' };
    });
    await tx.insert(panelVotes).values(votes);
  }
}

/** Items of a rating, in the order of the product's form. */
const ratingItemCount = 5;

async function insertRatings(
  tx: Transaction,
  demo: DemoPanel,
  {
    roundId,
    people,
    random,
  }: { roundId: string; people: readonly DemoPerson[]; random: Generator },
) {
  const { organisationId, panelId } = demo;
  const raters = people.filter((_, index) => index % 2 === 0);
  await tx
    .insert(panelRatingMarks)
    .values(raters.map(({ memberId }) => ({ organisationId, panelId, roundId, memberId })));
  const rows = raters.map(() => ({
    ...{ organisationId, panelId, roundId, id: randomUUID() },
    codes: Array.from({ length: ratingItemCount }, () => 3 + Math.floor(random() * 3)),
  }));
  // Ids are random; sorting by them leaves no trace of who rated after whom.
  await tx.insert(panelRatings).values(rows.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** Two rounds with their prompts, whom they asked, votes and ratings of the first. */
export async function insertRounds(
  tx: Transaction,
  demo: DemoPanel,
  {
    people,
    random,
    waveId,
  }: {
    people: readonly DemoPerson[];
    random: Generator;
    /** The questionnaire that the second round asks. */
    waveId: string;
  },
): Promise<DemoRound[]> {
  const { organisationId, panelId, today } = demo;
  const made: DemoRound[] = [];
  for (const [at, { title, intro, outcome, prompts }] of demoRounds.entries()) {
    const roundId = randomUUID();
    const { opened, closes, closed } = calendar[at] ?? calendar[0];
    await tx.insert(panelRounds).values({
      ...{ organisationId, panelId, id: roundId, number: at + 1, title, intro, outcome },
      ...{ minutes: 25, state: closed === null ? 'open' : 'closed' },
      ...{ openedOn: daysBefore(today, opened), closesOn: daysBefore(today, closes) },
      closedOn: closed === null ? null : daysBefore(today, closed),
      waveId: closed === null ? waveId : null,
    });
    const rows = prompts.map((prompt, index) => ({
      ...{ ...prompt, organisationId, panelId, roundId, id: randomUUID(), position: index + 1 },
    }));
    await tx.insert(panelPrompts).values(rows);
    await insertAskings(tx, demo, { roundId, people, at });
    if (at === 0) {
      await insertVotes(tx, demo, { roundId, people, random });
      await insertRatings(tx, demo, { roundId, people, random });
    } else {
      const statement = { id: randomUUID(), position: 1, text: openStatement };
      await tx.insert(panelStatements).values({ organisationId, panelId, roundId, ...statement });
    }
    made.push({ roundId, promptIds: rows.map(({ id }) => id) });
  }
  return made;
}
