/**
 * Counts of people that make up a whole, as they may stand on one page beside that whole: null where
 * one is left out. Fewer than `minimum` are left out, and the smallest of the others with them until
 * what is left out cannot be had by subtraction either.
 */
export function shownCounts(counts: readonly number[], minimum: number): (number | null)[] {
  const shown = counts.map((n) => n === 0 || n >= minimum);
  const hidden = () => counts.reduce((sum, n, index) => (shown[index] ? sum : sum + n), 0);
  while (hidden() > 0 && hidden() < minimum && shown.some((isShown, i) => isShown && counts[i])) {
    const candidates = counts
      .map((n, index) => ({ n, index }))
      .filter(({ n, index }) => shown[index] && n > 0)
      .sort((a, b) => a.n - b.n);
    const [smallest] = candidates;
    if (smallest) shown[smallest.index] = false;
  }
  return counts.map((n, index) => (shown[index] ? n : null));
}
