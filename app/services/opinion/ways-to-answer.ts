import { shownCounts } from '../outcomes/shown-counts.ts';

export const answers = ['agree', 'disagree', 'pass'] as const;
/** How many of a group gave each answer. */
export type AnswerCounts = Record<(typeof answers)[number], number>;

export const sizeOf = ({ agree, disagree, pass }: AnswerCounts) => agree + disagree + pass;

const upTo = (n: number) => Array.from({ length: n + 1 }, (_, at) => at);

function waysOf(size: number): AnswerCounts[] {
  return upTo(size).flatMap((agree) =>
    upTo(size - agree).map((pass) => ({ agree, pass, disagree: size - agree - pass })),
  );
}

/** Totals as they stand beside statements; nothing where all answered alike. */
function publicTotals(minimum: number): (groups: readonly AnswerCounts[]) => string {
  const known = new Map<string, string>();
  return (groups) => {
    const totals = answers.map((answer) => groups.reduce((sum, one) => sum + one[answer], 0));
    const key = totals.join();
    const all = totals.reduce((sum, n) => sum + n, 0);
    const shown =
      known.get(key) ?? (totals.includes(all) ? 'alike' : shownCounts(totals, minimum).join());
    known.set(key, shown);
    return shown;
  };
}

/**
 * All ways in which one or two groups may have answered, for who knows how large they are and reads the totals;
 * whoever is in no group is taken as known.
 */
export function waysToAnswer(
  groups: readonly AnswerCounts[],
  { inNone, minimum }: { inNone: AnswerCounts; minimum: number },
): AnswerCounts[][] {
  const totals = publicTotals(minimum);
  const shown = totals([...groups, inNone]);
  const [first, second] = groups.map((group) => waysOf(sizeOf(group)));
  const ways =
    second === undefined
      ? (first ?? []).map((one) => [one])
      : (first ?? []).flatMap((one) => second.map((other) => [one, other]));
  return ways.filter((way) => totals([...way, inNone]) === shown);
}
