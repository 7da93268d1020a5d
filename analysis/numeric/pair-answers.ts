import type { PatternRun } from './multiply-pattern.ts';

/** Two neighbouring items (or the last one alone): which combination of answers each pattern has. */
export interface AnswerPair {
  /** P: number of the pattern's combination. */
  readonly cells: Int32Array;
  /** Of every combination that occurs: the answers' places among all categories, −1 missing. */
  readonly firstPlaces: Int32Array;
  readonly secondPlaces: Int32Array;
}

const known = new WeakMap<PatternRun, readonly AnswerPair[]>();

function pairOf({ patterns, items, counts }: PatternRun, item: number): AnswerPair {
  const hasSecond = item + 1 < items;
  const numbers = new Map<number, number>();
  const [first, second]: [number[], number[]] = [[], []];
  const cells = Int32Array.from(counts, (_, pattern) => {
    const at = pattern * items + item;
    const [one, two] = [patterns[at]!, hasSecond ? patterns[at + 1]! : -1];
    // Places are far below 2²⁰, and −1 becomes 0.
    const key = (one + 1) * 2 ** 20 + two + 1;
    const cell = numbers.get(key) ?? numbers.size;
    if (cell === numbers.size) {
      numbers.set(key, cell);
      first.push(one);
      second.push(two);
    }
    return cell;
  });
  return { cells, firstPlaces: Int32Array.from(first), secondPlaces: Int32Array.from(second) };
}

/**
 * Response patterns with two items as one: the combinations of their answers that occur, numbered.
 *
 * Items 0 and 1, 2 and 3, …; an odd last item stays alone.
 *
 * @param run distinct patterns; remembered for as long as the run itself.
 * @returns ⌈k/2⌉ pairs.
 * @remarks Missing data: a missing answer is an answer of its own.
 * @throws never.
 * @see Bock, R. D., Aitkin, M. (1981). https://doi.org/10.1007/BF02293801 (what the products are for).
 */
export function pairAnswers(run: PatternRun): readonly AnswerPair[] {
  const found =
    known.get(run) ??
    Array.from({ length: Math.ceil(run.items / 2) }, (_, pair) => pairOf(run, 2 * pair));
  known.set(run, found);
  return found;
}
