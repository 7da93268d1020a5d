import { wholePercents } from '../groups/whole-percents.ts';
import { requireMinimum } from './require-minimum.ts';

/**
 * Whether a distribution says (nearly) the same of everybody in it.
 *
 * With n answers, m of them in the fullest category: same ⇔ (m ≥ (1 − 1/k) n and n − m < k) or the
 * whole percents contain a 100. Reading: who ascribes the commonest answer to a member must be wrong
 * at least once in k, or at least k people must have answered otherwise; and no page says 100 %.
 *
 * @param counts category counts, non-negative integers.
 * @param k minimum cell size, an integer ≥ 2.
 * @returns true: withhold the distribution, the mean and the SD.
 * @remarks Missing data: not counted. No answers at all (n = 0) disclose nothing: false.
 * @throws DomainError 'minimum-cell-size'.
 * @see Machanavajjhala, A. et al. (2007). l-diversity: privacy beyond k-anonymity. ACM TKDD 1(1), 3.
 *   https://doi.org/10.1145/1217299.1217302 (homogeneity attack). The threshold is a decision of
 *   this project, see the room's README.
 */
export function isSameAnswer(counts: ArrayLike<number>, k: number): boolean {
  requireMinimum(k);
  let n = 0;
  let fullest = 0;
  for (let category = 0; category < counts.length; category += 1) {
    const count = counts[category] ?? 0;
    n += count;
    fullest = Math.max(fullest, count);
  }
  if (n === 0) return false;
  // k·others ≤ n is fullest ≥ (1 − 1/k)·n without a division.
  const others = n - fullest;
  if (k * others <= n && others < k) return true;
  return 99 * n <= 100 * fullest && wholePercents(Array.from(counts)).includes(100);
}
