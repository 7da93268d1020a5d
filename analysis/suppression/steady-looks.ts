import { suppressGroups } from './suppress-groups.ts';

/** Cases so far, and how many of them have the property. */
export interface Tally {
  readonly x: number;
  readonly n: number;
  /** Cases by code where each has one, in the same order everywhere: all of them are shown, x is not looked at. */
  readonly codes?: readonly number[];
  /** Above 0 where there are cases that n does not count: then it is not told that there are none. */
  readonly uncounted?: number;
}

export interface SteadyLook {
  readonly step: number;
  readonly shown: readonly boolean[];
}

/** Totals of groups that are told, and which of them: all others are told together. */
export interface Look {
  readonly tallies: readonly Tally[];
  readonly shown: readonly boolean[];
}

const nothing: Tally = { x: 0, n: 0 };
/** Weighted cases are no whole numbers. */
const tolerance = 1e-6;

/** Whether it may be told that there are no cases: nothing came of them, whatever is counted. */
export const isEmpty = ({ n, uncounted = 0 }: Tally) => n < tolerance && uncounted === 0;

/** By how much cases moved between two sums of tallies, then those with the property, or with each code. */
type Move = number[];

/** In place, since hundreds of looks are compared with each other. */
function addMove(move: Move, before: Tally = nothing, after: Tally = nothing): Move {
  const add = (place: number, by: number) => (move[place] = (move[place] ?? 0) + by);
  add(0, after.n - before.n);
  const codes = after.codes ?? before.codes;
  if (codes === undefined) add(1, after.x - before.x);
  for (let code = 0; code < (codes?.length ?? 0); code += 1) {
    add(code + 1, (after.codes?.[code] ?? 0) - (before.codes?.[code] ?? 0));
  }
  return move;
}

const isNoneOrMany = (by: number, k: number) =>
  Math.abs(by) < tolerance || Math.abs(by) >= k - tolerance;

/**
 * Nobody is seen to have come, or at least k are; where nobody came, nobody or at least k are seen to have the
 * property, or to bear another code.
 */
function isMany(move: Move, k: number): boolean {
  const n = move[0] ?? 0;
  if (Math.abs(n) >= tolerance) return isNoneOrMany(n, k);
  return move.every((by) => isNoneOrMany(by, k));
}

/**
 * Whether each number that two looks show differs by nothing or by enough: of a group, of everybody but it, of
 * all who are in no group shown twice, of everybody. Where totals only grow this follows from what is asked
 * step by step; where they fall as well, two large changes may come to a small one.
 */
export function areApart(before: Look, now: Look, k: number): boolean {
  const everybody: Move = [];
  now.tallies.forEach((tally, group) => addMove(everybody, before.tallies[group], tally));
  if (!isMany(everybody, k)) return false;
  const others: Move = [...everybody];
  for (const [group, tally] of now.tallies.entries()) {
    if (before.shown[group] !== true || now.shown[group] !== true) continue;
    const own = addMove([], before.tallies[group], tally);
    const allBut = everybody.map((by, place) => by - (own[place] ?? 0));
    if (!isMany(own, k) || !isMany(allBut, k)) return false;
    own.forEach((by, place) => (others[place] = (others[place] ?? 0) - by));
  }
  return isMany(others, k);
}

/** Whether neither a look nor what it takes together with the earlier ones tells of fewer than k. */
function isSteady(looks: readonly Look[], now: Look, k: number) {
  if (!looks.every((look) => areApart(look, now, k))) return false;
  const { shown, tallies } = now;
  const groups = [...tallies.keys()];
  const known = groups.map(
    (group) => looks.findLast((look) => look.shown[group] === true)?.tallies[group],
  );
  const hidden = groups.filter((group) => shown[group] !== true);
  const isApart = groups.every(
    (group) => shown[group] !== true || isMany(addMove([], known[group], tallies[group]), k),
  );
  const ofHidden: Move = [];
  hidden.forEach((group) => addMove(ofHidden, known[group], tallies[group]));
  if (!isApart || !isMany(ofHidden, k)) return false;
  // Backwards: of each group when it was shown next, and whether it was shown since.
  const next = [...tallies];
  const wasShown = groups.map(() => false);
  for (const look of looks.toReversed()) {
    const move: Move = [];
    for (const group of groups) {
      if (look.shown[group] === true) wasShown[group] = true;
      else addMove(move, look.tallies[group], next[group]);
    }
    for (const group of hidden) {
      if (wasShown[group]) addMove(move, known[group], tallies[group]);
    }
    if (!isMany(move, k)) return false;
    for (const group of groups) {
      if (look.shown[group] === true) next[group] = look.tallies[group] ?? nothing;
    }
  }
  return true;
}

/**
 * These totals as a further look beside earlier ones, or null where they would tell of a few: one step of
 * `steadyLooks`, for those who decide by the looks so far what the next step is.
 */
export function lookBeside(
  looks: readonly Look[],
  tallies: readonly Tally[],
  k: number,
): Look | null {
  const releases = suppressGroups({ groups: tallies, minimumCellSize: k, totalShown: true });
  // Of a group without cases it is told that there are none: what was nobody is known from then on.
  const shown = releases.map(
    (release, group) =>
      group < tallies.length - 1 && (release.shown || isEmpty(tallies[group] ?? nothing)),
  );
  return isSteady(looks, { shown, tallies }, k) ? { shown, tallies } : null;
}

/**
 * The steps at which totals of groups may be shown, so that looking again and again tells no more than one
 * look.
 *
 * Steps are gone through from the first on, and each is shown that is steady beside all shown before it.
 * Shown groups S_t: `suppressGroups` of the step, which lets groups without cases cover nobody, and those groups: that
 * they have none is told, unless there are cases that N does not count. With N_g(s) the last shown N_g, or 0: N_g(t) − N_g(s)
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
  return steps.flatMap((tallies, step) => {
    const look = lookBeside(looks, tallies, k);
    if (look === null) return [];
    looks.push(look);
    return [{ step, shown: look.shown }];
  });
}
