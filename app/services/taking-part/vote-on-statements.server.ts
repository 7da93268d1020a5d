import { listStatementsOf, saveVotes } from '#db/queries/panel-rounds-of-person.server.ts';
import { passReasons, voteChoices } from '#db/schema/panel-statement.ts';
import { forActivePerson, idsOf } from './for-person.server.ts';
import { markRoundDone } from './mark-round-done.server.ts';
import { requireOpenRound } from './require-open-round.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** One row of a statement's answers: `agree`, `disagree`, or `pass-` with its reason. */
function voteOf(answer: string) {
  const passReason = passReasons.find((reason) => answer === `pass-${reason}`);
  if (passReason) return { choice: 'pass' as const, passReason };
  const choice = voteChoices.find((candidate) => candidate !== 'pass' && candidate === answer);
  return choice ? { choice, passReason: null } : null;
}

type Voting = { roundId: string; answers: ReadonlyMap<string, string> };

/** Keeps votes by statement; each can be changed until the round closes. */
export async function voteOnStatements(reader: PanelPerson, voting: Voting): Promise<void> {
  const person = idsOf(reader);
  const { roundId, answers } = voting;
  await forActivePerson(reader, async (tx) => {
    await requireOpenRound(tx, person, roundId);
    const statements = await listStatementsOf(tx, { ...person, roundId });
    const votes = statements.flatMap(({ id: statementId }) => {
      const vote = voteOf(answers.get(statementId) ?? '');
      return vote ? [{ ...person, statementId, ...vote }] : [];
    });
    await saveVotes(tx, votes);
    await markRoundDone(tx, { ...person, roundId });
  });
}
