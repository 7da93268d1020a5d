import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import { panelRounds } from '#db/schema/panel-round.ts';
import { panelStatements, panelVotes } from '#db/schema/panel-statement.ts';
import { statements } from './statements.ts';

type Of = { organisationId: string; panelId: string };

/** Those who want the machine to help, and those who do not; on the last two all are one. */
function choiceOf(person: number, statement: number): 'agree' | 'disagree' {
  const camp = person % 5 < 3 ? 0 : 1;
  const wavers = (person * 7 + statement * 3) % 9 === 0;
  if (statement >= statements.length - 2) return wavers ? 'disagree' : 'agree';
  return ((statement + camp) % 2 === 0) !== wavers ? 'agree' : 'disagree';
}

/** Everybody votes on every statement of the round, in two camps. */
export async function fillVotes(
  tx: Transaction,
  of: Of,
  { roundId, members }: { roundId: string; members: readonly string[] },
): Promise<void> {
  const rows = statements.map((text, position) => ({
    ...{ ...of, roundId, id: randomUUID(), position: position + 1, text },
  }));
  await tx.insert(panelStatements).values(rows);
  await tx.insert(panelVotes).values(
    members.flatMap((memberId, person) =>
      rows.map(({ id: statementId }, statement) => ({
        ...{ ...of, statementId, memberId, choice: choiceOf(person, statement) },
      })),
    ),
  );
}

/** A closed round of statements alone. */
export async function fillVotedRound(
  tx: Transaction,
  of: Of,
  { number, on, members }: { number: number; on: string; members: readonly string[] },
): Promise<string> {
  const roundId = randomUUID();
  const title = { en: 'A computer on the ward', kk: 'Бөлімшедегі компьютер', ar: 'حاسوب في القسم' };
  await tx.insert(panelRounds).values({
    ...{ ...of, id: roundId, number, state: 'closed', title, intro: title, outcome: title },
    ...{ minutes: 5, openedOn: on, closedOn: on },
  });
  await fillVotes(tx, of, { roundId, members });
  return roundId;
}
