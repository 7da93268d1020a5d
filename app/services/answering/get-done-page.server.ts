import { withActor } from '../../database.server.ts';
import { respondentOf, type Ballot } from './ballot.server.ts';
import { MovedOn } from './moved-on.ts';
import { formatCode } from './personal-code.server.ts';
import { frameOf, readBallotState, type SurveyFrame } from './read-ballot.server.ts';

export type DonePage = SurveyFrame & {
  /** Still waiting for its batch: it can be withdrawn. */
  canWithdraw: boolean;
  isLinked: boolean;
  hasPseudonym: boolean;
  code: string;
};

export async function getDonePage(input: {
  ballot: Ballot;
  wanted: readonly string[];
}): Promise<DonePage> {
  const { ballot, wanted } = input;
  return withActor(respondentOf(ballot), async (tx) => {
    const { study, content, waiting, used } = await readBallotState(tx, ballot);
    if (used === null) throw new MovedOn(content === null ? 'start' : 'review');
    return {
      ...frameOf(study, wanted),
      canWithdraw: waiting !== null,
      isLinked: study.responseMode === 'anonymous-linked',
      hasPseudonym: study.responseMode === 'confidential',
      code: formatCode(ballot.code),
    };
  });
}
