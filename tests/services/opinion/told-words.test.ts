import { expect, it } from 'vitest';
import { countVotes } from '#analysis/opinion/count-votes.ts';
import { describeStatement, type StatementOpinion } from '#analysis/opinion/describe-statement.ts';
import type { Votes } from '#analysis/opinion/votes.ts';
import { representativeStatements } from '#analysis/opinion/representative-statements.ts';
import { sayOfFew, type FoundOpinion } from '#app/services/opinion/find-opinion.ts';
import { presentOpinion } from '#app/services/opinion/present-opinion.ts';
import { tellOfFew } from '#app/services/opinion/tell-of-few.ts';
import { wordsOfFew } from '#app/services/opinion/words-of-few.ts';
import { presentVotes, type CountedVote } from '#app/services/panels/present-votes.ts';

const minimum = 5;

/** Of each group how many agree and how many disagree; the rest passes. */
type Group = { size: number; agree: number; disagree: number };

const valuesOf = ({ size, agree, disagree }: Group) =>
  Array.from({ length: size }, (_, at) => (at < agree ? 1 : at < agree + disagree ? -1 : 0));

/** So many statements of the round divide the groups cleanly; the one that is attacked stands beside them. */
const others = 3;

/** Those beside the attacked one are the same in every way to answer. */
const known = new Map<string, StatementOpinion[]>();

function describedIn(votes: Votes, groups: number[][]): [StatementOpinion, ...StatementOpinion[]] {
  const sizes = groups.map(({ length }) => length).join();
  const rest =
    known.get(sizes) ??
    Array.from({ length: others }, (_, at) => describeStatement(votes, at + 1, groups, 1));
  known.set(sizes, rest);
  return [describeStatement(votes, 0, groups, 1), ...rest];
}

/** What the round's analysis finds where the groups are these, as `reportOpinion` puts it together. */
function foundIn(groups: readonly Group[]): FoundOpinion {
  const column = groups.flatMap(valuesOf);
  const camp = groups.flatMap(({ size }, group) => Array.from({ length: size }, () => group));
  const names = ['x', ...Array.from({ length: others }, (_, at) => `o${at}`)];
  const votes = {
    participants: column.map((_, row) => `p${row}`),
    statements: names,
    values: Float64Array.from(
      column.flatMap((own, row) => [
        own,
        ...Array.from({ length: others }, () => (camp[row] === 0 ? 1 : -1)),
      ]),
    ),
  };
  const members = groups.map((_, group) =>
    [...camp.keys()].filter((row) => camp[row] === group && groups.length > 1),
  );
  const inGroups = groups.length > 1 ? members : [];
  const described = describedIn(votes, inGroups);
  const [x] = described;
  const counts = names.map((_, statement) =>
    inGroups.map((rows) => countVotes(votes, statement, rows)),
  );
  const isShared = (answer: 'agree' | 'disagree') => x.consensus[answer].interval[0] > 0.5;
  const isDivided = x.division !== null;
  const participants = { n: column.length, grouped: column.length, tooFewVotes: 0 };
  return {
    participants,
    ofFew: sayOfFew({ statements: described.slice(0, 1), participants }, minimum),
    groups: representativeStatements(counts).map((representative, index) => ({
      ...{ index, size: groups[index]?.size ?? 0 },
      representative: representative
        .filter(({ statement }) => statement === 0)
        .map((one) => ({ ...one, statement: 'x' })),
    })),
    ...{ noGroups: groups.length > 1 ? null : 'votes-unrelated', stability: null, curve: [] },
    statements: described,
    consensus: {
      agree: isShared('agree') ? ['x'] : [],
      disagree: isShared('disagree') ? ['x'] : [],
    },
    divisive: isDivided && x.majority === null ? ['x'] : [],
    apart: isDivided && x.majority !== null ? ['x'] : [],
  };
}

function totalsOf(groups: readonly Group[]) {
  const sum = (of: (group: Group) => number) => groups.reduce((all, one) => all + of(one), 0);
  const agree = sum((one) => one.agree);
  const disagree = sum((one) => one.disagree);
  const counted = [
    { choice: 'agree', people: agree, passReason: null },
    { choice: 'disagree', people: disagree, passReason: null },
    { choice: 'pass', people: sum(({ size }) => size) - agree - disagree, passReason: 'unsure' },
  ].map((one) => ({ ...one, statementId: 'x' }) as CountedVote);
  return presentVotes(['x'], counted, minimum);
}

/** All that anybody who works with the panel reads of the statement: its totals, and what is said of groups. */
const told = (groups: readonly Group[]) =>
  JSON.stringify([totalsOf(groups), presentOpinion(foundIn(groups), minimum)]);

/** All ways in which groups of these sizes may have answered. */
function ways(sizes: readonly number[], hasPasses: boolean): Group[][] {
  return sizes.reduce<Group[][]>(
    (made, size) =>
      made.flatMap((groups) =>
        Array.from({ length: size + 1 }, (_, agree) => agree).flatMap((agree) =>
          (hasPasses
            ? Array.from({ length: size - agree + 1 }, (_, disagree) => disagree)
            : [size - agree]
          ).map((disagree) => [...groups, { size, agree, disagree }]),
        ),
      ),
    [[]],
  );
}

const numbersOf = ({ size, agree, disagree }: Group) => ({
  ...{ agree, disagree },
  pass: size - agree - disagree,
});

/** What who reads this knows of a group, though it is of few people or of all of them. */
function leaksIn(alike: ReadonlyMap<string, Group[][]>): string[] {
  return [...alike].flatMap(([shown, possible]) =>
    (possible[0] ?? []).flatMap(({ size }, index) =>
      (['agree', 'disagree', 'pass'] as const).flatMap((answer) => {
        const counts = possible.flatMap((groups) =>
          groups.slice(index, index + 1).map((group) => numbersOf(group)[answer]),
        );
        const [low, high] = [Math.min(...counts), Math.max(...counts)];
        const isTold = (low > 0 && high < minimum) || low === size;
        return isTold ? [`${answer} in ${index}: ${low} to ${high} where ${shown}`] : [];
      }),
    ),
  );
}

function sortBy(ways: readonly Group[][], shownOf: (groups: Group[]) => string) {
  const alike = new Map<string, Group[][]>();
  for (const groups of ways) {
    const shown = shownOf(groups);
    alike.set(shown, [...(alike.get(shown) ?? []), groups]);
  }
  return alike;
}

it.each([[[5, 5]], [[6, 5]], [[8, 8]], [[11, 10]], [[15, 5]], [[7, 6, 5]]])(
  'of groups of %j words and totals tell nothing of a few, nor what all of them answered',
  (sizes) => {
    // Where totals are not shown nobody knows that no one passed: see below.
    const isShown = (groups: Group[]) => !JSON.stringify(totalsOf(groups)).includes('null');
    const alike = sortBy(ways(sizes, false).filter(isShown), told);
    expect(leaksIn(alike)).toEqual([]);
  },
  60_000,
);

it.each([[[5]], [[7]], [[12]], [[5, 5]], [[6, 5]]])(
  'and neither do they where people of groups of %j pass',
  (sizes) => {
    const wordsOf = wordsOfFew(1);
    const inNone = { agree: 0, disagree: 0, pass: 0 };
    const alike = sortBy(ways(sizes, true), (groups) => {
      const counts = groups.map(numbersOf);
      const words = tellOfFew({ groups: counts, inNone, minimum, wordsOf });
      return JSON.stringify([totalsOf(groups), words]);
    });
    const silent = sortBy(ways(sizes, true), (groups) => JSON.stringify(totalsOf(groups)));
    // What totals and sizes alone tell is not told by words.
    const without = leaksIn(silent).map((leak) => leak.split(' where ')[0]);
    expect(leaksIn(alike).filter((leak) => !without.includes(leak.split(' where ')[0]))).toEqual(
      [],
    );
  },
  60_000,
);

it('still says what sets groups of twelve apart', () => {
  const groups = [
    { size: 12, agree: 11, disagree: 1 },
    { size: 12, agree: 1, disagree: 11 },
  ];
  const { groups: shown, divisive } = presentOpinion(foundIn(groups), minimum);
  expect(shown.map(({ representative }) => representative[0]?.answer)).toEqual([
    'agree',
    'disagree',
  ]);
  expect(divisive).toEqual(['x']);
});

it('gives no share of many from which a few would follow', () => {
  const groups = [
    { size: 60, agree: 57, disagree: 3 },
    { size: 50, agree: 10, disagree: 40 },
  ];
  const shares = (disagree: number) =>
    presentOpinion(
      foundIn([{ size: 60, agree: 60 - disagree, disagree }, ...groups.slice(1)]),
      minimum,
    ).groups[0]?.representative[0]?.within;
  expect(shares(3)).toBeNull();
  expect(shares(6)).toBe(90);
});
