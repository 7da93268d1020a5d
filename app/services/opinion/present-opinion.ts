import type { NoGroupsReason } from '#analysis/opinion/opinion-groups.ts';
import type { OpinionShares } from '#analysis/opinion/describe-statement.ts';
import type { FoundOpinion } from './find-opinion.ts';

/** In percent, whole. */
export type ShownShare = { share: number; low: number; high: number };

export type PresentedStatement = {
  statementId: string;
  /** How far all groups share it; null where it would tell what a few answered. */
  shared: ShownShare | null;
};

export type PresentedOpinion = {
  /** Null: too few votes to look at all. */
  noGroups: NoGroupsReason | null;
  stability: number | null;
  /** So few people that words are left out where they would tell what single people answered. */
  isOfFew: boolean;
  groups: {
    index: number;
    /** Null where it would tell how few are in no group. */
    people: number | null;
    /** Nothing is said of it where it would tell what single people answered. */
    isSmall: boolean;
    /** What sets it apart: the clearest first, or where few voted in the order of the statements. */
    representative: {
      statementId: string;
      answer: 'agree' | 'disagree';
      /** In percent; null where it would tell what a few answered. */
      within: number | null;
    }[];
  }[];
  agreed: PresentedStatement[];
  disagreed: PresentedStatement[];
  divisive: string[];
  /** Statements of a majority from which a group stands apart. */
  apart: string[];
};

/** A panel of up to so many people is told in people, and a group of fewer without what sets it apart from many. */
const mostWithoutShares = 30;

const percent = (share: number) => Math.round(100 * share);

/** Whether a share may be told: who reads it knows how many gave the answer, and how many did not. */
function mayHaveShare(
  groups: readonly OpinionShares[],
  answer: 'agree' | 'disagree',
  minimum: number,
): boolean {
  return groups.every(
    ({ seen, [answer]: { count } }) => count >= minimum && seen - count >= minimum,
  );
}

/** Where few people voted: words alone, those that may be told, in the order of the statements. */
function presentFew(
  found: FoundOpinion,
  ofFew: NonNullable<FoundOpinion['ofFew']>,
): Pick<PresentedOpinion, 'agreed' | 'disagreed' | 'divisive' | 'apart'> & {
  representative: PresentedOpinion['groups'][number]['representative'][];
} {
  const shared = (answer: 'agree' | 'disagree') =>
    ofFew.flatMap((one) =>
      one.shared === answer ? [{ statementId: one.statement, shared: null }] : [],
    );
  return {
    ...{ agreed: shared('agree'), disagreed: shared('disagree') },
    representative: found.groups.map((_, group) =>
      ofFew.flatMap(({ statement, mostly }) => {
        const answer = mostly[group] ?? null;
        return answer === null ? [] : [{ statementId: statement, answer, within: null }];
      }),
    ),
    // No more than the words of the groups say already: a list of its own would tell more.
    divisive: ofFew.flatMap(({ statement, mostly }) =>
      mostly.includes('agree') && mostly.includes('disagree') ? [statement] : [],
    ),
    apart: [],
  };
}

/** Where many people voted. */
function presentMany(found: FoundOpinion, minimum: number): ReturnType<typeof presentFew> {
  const byId = new Map(found.statements.map((one) => [one.statement, one]));
  const sharedBy = (answer: 'agree' | 'disagree') =>
    found.consensus[answer].flatMap((statementId): PresentedStatement[] => {
      const one = byId.get(statementId);
      if (!one || one.seen < minimum) return [];
      const { value, interval } = one.consensus[answer];
      const [low, high] = interval.map(percent);
      const shared = { share: percent(value), low: low ?? 0, high: high ?? 0 };
      const shown = mayHaveShare([one, ...one.groups], answer, minimum);
      return [{ statementId, shared: shown ? shared : null }];
    });
  return {
    ...{ agreed: sharedBy('agree'), disagreed: sharedBy('disagree') },
    representative: found.groups.map(({ size, representative }) =>
      size < mostWithoutShares
        ? []
        : representative.map(({ statement, answer, within }) => {
            const groups = byId.get(statement)?.groups ?? [];
            const shown = mayHaveShare(groups, answer, minimum);
            return { statementId: statement, answer, within: shown ? percent(within) : null };
          }),
    ),
    ...{ divisive: [...found.divisive], apart: [...found.apart] },
  };
}

/** What may be told of a round's votes: nothing of few people, nor anything from which it follows. */
export function presentOpinion(found: FoundOpinion, minimum: number): PresentedOpinion {
  const { tooFewVotes } = found.participants;
  const maySize = tooFewVotes === 0 || tooFewVotes >= minimum;
  const { representative, ...lists } =
    found.ofFew === null ? presentMany(found, minimum) : presentFew(found, found.ofFew);
  return {
    ...{ noGroups: found.noGroups, stability: found.stability, isOfFew: found.ofFew !== null },
    groups: found.groups.map(({ index, size }) => ({
      ...{ index, people: maySize ? size : null },
      isSmall: found.ofFew !== null || size < mostWithoutShares,
      representative: representative[index] ?? [],
    })),
    ...lists,
  };
}
