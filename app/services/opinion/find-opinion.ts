import { reportOpinion, type OpinionReport } from '#analysis/opinion/report-opinion.ts';

export type OpinionInput = {
  participants: string[];
  statements: string[];
  /** Row-major; 1 agree, −1 disagree, 0 pass, unseen NaN. */
  values: Float64Array;
  /** The smallest group that may be told of. */
  minimum: number;
};

/** Without whose group is which: that stays in the thread that computes. */
export type FoundOpinion = Omit<OpinionReport, 'assignments'>;

/** The same for everybody: the same votes give the same groups. */
const seed = 1;

/** Groups of people who vote alike, in a thread of its own. */
export function findOpinion({ minimum, ...votes }: OpinionInput): FoundOpinion {
  const report = reportOpinion(votes, { minimum, seed });
  const { participants, groups, noGroups, stability, curve } = report;
  const { statements, consensus, divisive, apart } = report;
  const ofGroups = { participants, groups, noGroups, stability, curve };
  return { ...ofGroups, statements, consensus, divisive, apart };
}
