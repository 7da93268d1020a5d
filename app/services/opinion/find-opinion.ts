import type { StatementOpinion } from '#analysis/opinion/describe-statement.ts';
import { reportOpinion, type OpinionReport } from '#analysis/opinion/report-opinion.ts';
import { tellOfFew } from './tell-of-few.ts';
import type { AnswerCounts } from './ways-to-answer.ts';
import { wordsOfFew, type Words } from './words-of-few.ts';

export type OpinionInput = {
  participants: string[];
  statements: string[];
  /** Row-major; 1 agree, −1 disagree, 0 pass, unseen NaN. */
  values: Float64Array;
  /** The smallest group that may be told of. */
  minimum: number;
};

/** Without whose group is which: that stays in the thread that computes. */
export type FoundOpinion = Omit<OpinionReport, 'assignments'> & {
  /** What may be said of each statement where few people voted; null where many did. */
  ofFew: ({ statement: string } & Words)[] | null;
};

/** Up to so many people are few. */
const few = 60;

/** The same for everybody: the same votes give the same groups. */
const seed = 1;

const countsOf = ({ agree, disagree, pass }: StatementOpinion['groups'][number]): AnswerCounts => ({
  ...{ agree: agree.count, disagree: disagree.count, pass: pass.count },
});

/** What may be said of statements where few people voted. Of three small groups nothing is left to be said. */
export function sayOfFew(
  { statements, participants }: Pick<OpinionReport, 'statements' | 'participants'>,
  minimum: number,
): FoundOpinion['ofFew'] {
  if (participants.n > few) return null;
  const groupsOf = (one: StatementOpinion) =>
    one.groups.length === 0 ? [countsOf(one)] : one.groups.map(countsOf);
  const wordsOf = wordsOfFew(seed);
  return statements.flatMap((one) => {
    const groups = groupsOf(one);
    if (groups.length > 2 || one.seen < minimum) return [];
    const all = countsOf(one);
    const left = (answer: keyof AnswerCounts) =>
      groups.reduce((n, group) => n - group[answer], all[answer]);
    const inNone = { agree: left('agree'), disagree: left('disagree'), pass: left('pass') };
    return [{ statement: one.statement, ...tellOfFew({ groups, inNone, minimum, wordsOf }) }];
  });
}

/** Groups of people who vote alike, in a thread of its own. */
export function findOpinion({ minimum, ...votes }: OpinionInput): FoundOpinion {
  const report = reportOpinion(votes, { minimum, seed });
  const { participants, groups, noGroups, stability, curve } = report;
  const { statements, consensus, divisive, apart } = report;
  const ofGroups = { participants, groups, noGroups, stability, curve };
  const ofFew = sayOfFew(report, minimum);
  return { ...ofGroups, statements, consensus, divisive, apart, ofFew };
}
