import type { NoGroupsReason } from '#analysis/opinion/opinion-groups.ts';
import type { StatementOpinion } from '#analysis/opinion/describe-statement.ts';
import type { FoundOpinion } from './find-opinion.ts';

/** In percent, whole. */
export type ShownShare = { share: number; low: number; high: number };

export type PresentedStatement = {
  statementId: string;
  /** How far all groups share it; null in panels that are told in people alone. */
  shared: ShownShare | null;
};

export type PresentedOpinion = {
  /** Null: too few votes to look at all. */
  noGroups: NoGroupsReason | null;
  stability: number | null;
  groups: {
    index: number;
    /** Null where it would tell how few are in no group. */
    people: number | null;
    /** What sets it apart, the clearest first. */
    representative: {
      statementId: string;
      answer: 'agree' | 'disagree';
      /** In percent; null in panels that are told in people alone, or where all answered alike. */
      within: number | null;
    }[];
  }[];
  agreed: PresentedStatement[];
  disagreed: PresentedStatement[];
  divisive: string[];
  /** Statements of a majority from which a group stands apart. */
  apart: string[];
};

/** A panel of up to so many people is told in people, never in percent or intervals. */
const mostWithoutShares = 30;

const percent = (share: number) => Math.round(100 * share);

/** What may be told of a round's votes: nothing of few people, nor anything from which it follows. */
export function presentOpinion(found: FoundOpinion, minimum: number): PresentedOpinion {
  const { n, tooFewVotes } = found.participants;
  const hasShares = n > mostWithoutShares;
  const maySize = tooFewVotes === 0 || tooFewVotes >= minimum;
  const byId = new Map(found.statements.map((one) => [one.statement, one]));
  const isAlike = ({ seen, agree, disagree, pass }: StatementOpinion['groups'][number]) =>
    [agree, disagree, pass].some(({ count }) => count === seen);
  const sharedBy = (answer: 'agree' | 'disagree') =>
    found.consensus[answer].flatMap((statementId): PresentedStatement[] => {
      const one = byId.get(statementId);
      if (!one || one.seen < minimum) return [];
      const { value, interval } = one.consensus[answer];
      const shown = hasShares && !isAlike(one) && !one.groups.some(isAlike);
      const [low, high] = interval.map(percent);
      const shared = { share: percent(value), low: low ?? 0, high: high ?? 0 };
      return [{ statementId, shared: shown ? shared : null }];
    });
  return {
    ...{ noGroups: found.noGroups, stability: found.stability },
    groups: found.groups.map(({ index, size, representative }) => ({
      ...{ index, people: maySize ? size : null },
      representative: representative.map(({ statement, answer, within }) => {
        const own = byId.get(statement)?.groups[index];
        const shown = hasShares && own !== undefined && !isAlike(own);
        return { statementId: statement, answer, within: shown ? percent(within) : null };
      }),
    })),
    ...{ agreed: sharedBy('agree'), disagreed: sharedBy('disagree') },
    ...{ divisive: [...found.divisive], apart: [...found.apart] },
  };
}
