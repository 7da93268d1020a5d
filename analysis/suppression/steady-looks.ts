import { suppressGroups } from './suppress-groups.ts';

/** Cases so far, and how many of them have the property. */
export interface Tally {
  readonly x: number;
  readonly n: number;
  /** Cases by code where each has one, in the same order everywhere: all of them are shown, x is not looked at. */
  readonly codes?: readonly number[];
}

export interface SteadyLook {
  readonly step: number;
  readonly shown: readonly boolean[];
}

interface Look extends SteadyLook {
  readonly tallies: readonly Tally[];
}

const nothing: Tally = { x: 0, n: 0 };
/** Weighted cases are no whole numbers. */
const tolerance = 1e-6;

/**
 * Between two sums of tallies nobody is seen to have come, or at least k are; where nobody came, nobody or at least k
 * are seen to have the property, or to bear another code.
 */
function isMany(before: readonly Tally[], after: readonly Tally[], k: number): boolean {
  const moved = (of: (tally: Tally) => number) => {
    const sum = (tallies: readonly Tally[]) => tallies.reduce((all, tally) => all + of(tally), 0);
    return Math.abs(sum(after) - sum(before));
  };
  const isNoneOrMany = (most: number) => most < tolerance || most >= k - tolerance;
  const n = moved((tally) => tally.n);
  const coded = [...before, ...after].find(({ codes }) => codes !== undefined)?.codes;
  if (n >= tolerance) return isNoneOrMany(n);
  if (coded === undefined) return isNoneOrMany(moved((tally) => tally.x));
  return coded.every((_, code) => isNoneOrMany(moved(({ codes }) => codes?.[code] ?? 0)));
}

/**
 * Whether each number that two looks show differs by nothing or by enough: of a group, of everybody but it, of
 * all who are in no group shown twice, of everybody. Where totals only grow this follows from what is asked
 * step by step; where they fall as well, two large changes may come to a small one.
 */
function areApart(before: Look, now: Omit<Look, 'step'>, k: number): boolean {
  const groups = [...now.tallies.keys()];
  const both = groups.filter((group) => before.shown[group] === true && now.shown[group] === true);
  const others = groups.filter((group) => !both.includes(group));
  const apart = (which: readonly number[]) => {
    const pick = ({ tallies }: Omit<Look, 'step'>) =>
      which.map((group) => tallies[group] ?? nothing);
    return isMany(pick(before), pick(now), k);
  };
  const allBut = (left: number) => groups.filter((group) => group !== left);
  return apart(groups) && apart(others) && both.every((own) => apart([own]) && apart(allBut(own)));
}

/** Whether neither a look nor what it takes together with the earlier ones tells of fewer than k. */
function isSteady(looks: readonly Look[], { shown, tallies }: Omit<Look, 'step'>, k: number) {
  const at = (look: Omit<Look, 'step'> | undefined, group: number) =>
    look?.tallies[group] ?? nothing;
  const now = { shown, tallies };
  if (!looks.every((look) => areApart(look, now, k))) return false;
  const groups = [...tallies.keys()];
  const known = groups.map((group) =>
    at(
      looks.findLast((look) => look.shown[group] === true),
      group,
    ),
  );
  const hidden = groups.filter((group) => shown[group] !== true);
  const pick = (from: readonly Tally[], which: readonly number[]) =>
    which.map((group) => from[group] ?? nothing);
  const isApart = groups.every(
    (group) => shown[group] !== true || isMany(pick(known, [group]), pick(tallies, [group]), k),
  );
  if (!isApart || !isMany(pick(known, hidden), pick(tallies, hidden), k)) return false;
  // Backwards: of each group when it was shown next, and whether it was shown since.
  const next: Tally[] = groups.map((group) => at(now, group));
  const wasShown = groups.map(() => false);
  for (const look of looks.toReversed()) {
    groups.forEach((group) => (wasShown[group] ||= look.shown[group] === true));
    const unseen = groups.filter((group) => look.shown[group] !== true);
    const again = hidden.filter((group) => wasShown[group]);
    const before = [...pick(look.tallies, unseen), ...pick(known, again)];
    if (!isMany(before, [...pick(next, unseen), ...pick(tallies, again)], k)) return false;
    groups.forEach((group) => {
      if (look.shown[group] === true) next[group] = at(look, group);
    });
  }
  return true;
}

/**
 * The steps at which totals of groups may be shown, so that looking again and again tells no more than one
 * look.
 *
 * Steps are gone through from the first on, and each is shown that is steady beside all shown before it.
 * Shown groups S_t: `suppressGroups` of the step. With N_g(s) the last shown N_g, or 0: N_g(t) − N_g(s)
 * of each g ∈ S_t, and Σ N_g(t) − N_g(s) of all g ∉ S_t, are 0 or ≥ k; and beside each earlier look c
 * Σ N_g(min(r, t)) − N_g(c) over g ∉ S_c, r the first look after c that shows g, with Σ N_g(t) − N_g(s)
 * over g ∉ S_t that were shown since c, is 0 or ≥ k. Every set of people that sums and differences of
 * shown totals give is a union of these, so that it holds nobody or at least k. Totals may fall, where what
 * was sent is taken back: then also, beside each earlier look c, N_g(t) − N_g(c) of each g shown at both, the
 * same of all others together, of everybody but g, and of everybody, are 0 or ≥ k in size. Where N stays as it is,
 * those with the property, or with each code, must move by 0 or ≥ k; where N moves by ≥ k, few among them are shown.
 *
 * @param steps the totals after each step, one per group in the same order; the last group holds those
 *   whom no group names and is never shown by itself. @param k minimum cell size, an integer ≥ 2.
 * @returns the steps in order and which groups each shows; none when no step may be shown.
 * @remarks Missing data: not in the totals. Later steps change nothing of earlier choices. Where numbers are
 *   put right the differences are net ones: a step at which a total moves by fewer than k waits as well.
 * @throws DomainError 'minimum-cell-size'.
 * @see Hundepool, A. et al. (2012). Statistical Disclosure Control. Wiley.
 *   https://doi.org/10.1002/9781118348239, section 5.2 (linked tables). Checked by trying combinations of looks.
 */
export function steadyLooks(steps: readonly (readonly Tally[])[], k: number): SteadyLook[] {
  const looks: Look[] = [];
  for (const [step, tallies] of steps.entries()) {
    const releases = suppressGroups({ groups: tallies, minimumCellSize: k, totalShown: true });
    const shown = releases.map((release, group) => release.shown && group < tallies.length - 1);
    if (isSteady(looks, { shown, tallies }, k)) looks.push({ step, shown, tallies });
  }
  return looks.map(({ step, shown }) => ({ step, shown }));
}
