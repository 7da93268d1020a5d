import { findBallotOwner } from '#db/queries/ballot.server.ts';
import { withActor } from '../../database.server.ts';
import { takePoint } from '../../http/rate-limit.server.ts';
import { ballotHashOf, type Ballot } from './ballot.server.ts';
import { codeProblem, normaliseCode, type CodeProblem } from './personal-code.server.ts';

export type CodeRefusal = CodeProblem | 'unknown';
export type FoundBallot =
  { ok: true; ballot: Ballot; language: string | null } | { ok: false; problem: CodeRefusal };

/**
 * The ballot a typed code belongs to. Tries are counted by the code's first group: guessing the rest
 * after a glance at a screen is slowed, and nobody can use up the tries of all the others.
 */
export async function findBallot(typed: string): Promise<FoundBallot> {
  const code = normaliseCode(typed);
  const problem = codeProblem('ballot', code);
  if (problem) return { ok: false, problem };
  await takePoint('resume', code.slice(0, 4));
  const ballotHash = ballotHashOf(code);
  const owner = await withActor({ kind: 'public', key: ballotHash }, (tx) =>
    findBallotOwner(tx, { ballotHash }),
  );
  if (!owner) return { ok: false, problem: 'unknown' };
  const { organisationId, studyId, language } = owner;
  return { ok: true, ballot: { organisationId, studyId, code }, language };
}
