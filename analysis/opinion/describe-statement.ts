import { countVotes } from './count-votes.ts';
import { divisionOf, type Division } from './division-of.ts';
import { geometricMeanOfShares, type SharedOpinion } from './geometric-mean-of-shares.ts';
import { jeffreysShare, type JeffreysShare } from '../groups/jeffreys-share.ts';
import { majorityOf } from './majority-of.ts';
import type { Votes } from './votes.ts';

export type OpinionShares = {
  /** Passes included. */
  readonly seen: number;
  readonly agree: JeffreysShare;
  readonly disagree: JeffreysShare;
  readonly pass: JeffreysShare;
};

export type StatementOpinion = OpinionShares & {
  readonly statement: string;
  /** Why people passed, where they said so. */
  readonly passReasons: Readonly<Record<string, number>>;
  readonly majority: 'agree' | 'disagree' | null;
  readonly groups: readonly OpinionShares[];
  /** Over the groups; over everybody where there are none. */
  readonly consensus: { readonly agree: SharedOpinion; readonly disagree: SharedOpinion };
  readonly division: Division | null;
};

/**
 * What everybody and each group say of one statement.
 *
 * See the functions composed.
 *
 * @param votes of everybody
 * @param statement its column.
 * @param groups rows of the participants of each group, none where there are no groups.
 * @param seed of the interval of the consensus.
 * @returns shares among those who saw it, with Jeffreys intervals.
 * @remarks Missing data: see `countVotes`; people outside all groups count for everybody alone.
 * @throws never.
 * @see the parts.
 */
export function describeStatement(
  votes: Votes,
  statement: number,
  groups: readonly (readonly number[])[],
  seed: number,
): StatementOpinion {
  const all = countVotes(votes, statement, [...votes.participants.keys()]);
  const counts = groups.map((rows) => countVotes(votes, statement, rows));
  const shares = ({ seen, agree, disagree, pass }: typeof all): OpinionShares => ({
    seen,
    agree: jeffreysShare(agree, seen),
    disagree: jeffreysShare(disagree, seen),
    pass: jeffreysShare(pass, seen),
  });
  const shared = (answer: 'agree' | 'disagree') =>
    geometricMeanOfShares(
      (counts.length > 0 ? counts : [all]).map((own) => [own[answer], own.seen] as const),
      seed,
    );
  const passReasons: Record<string, number> = {};
  for (const { statement: own, reason } of votes.passReasons ?? []) {
    if (own === statement) passReasons[reason] = (passReasons[reason] ?? 0) + 1;
  }
  return {
    ...{ statement: votes.statements[statement] ?? '', ...shares(all), passReasons },
    majority: majorityOf(all),
    groups: counts.map(shares),
    consensus: { agree: shared('agree'), disagree: shared('disagree') },
    division: divisionOf(counts),
  };
}
