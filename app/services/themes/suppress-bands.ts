import { shownCounts } from '../outcomes/shown-counts.ts';

/**
 * People of a theme by band, as they may be shown: a band that has too few people in the theme, or too
 * few outside it, would tell what single people said or did not say.
 */
export function suppressBands(
  inTheme: readonly number[],
  among: readonly number[],
  minimum: number,
): (number | null)[] {
  const shown = shownCounts(inTheme, minimum);
  const safe = inTheme.map((people, band) => {
    const outside = (among[band] ?? 0) - people;
    const isTelling = outside > 0 && outside < minimum;
    return isTelling ? null : (shown[band] ?? null);
  });
  // One band alone that is left out follows from the number of all.
  const hidden = inTheme.flatMap((people, band) =>
    safe[band] === null && people > 0 ? [people] : [],
  );
  const sum = hidden.reduce((total, people) => total + people, 0);
  return hidden.length === 1 || (sum > 0 && sum < minimum) ? inTheme.map(() => null) : safe;
}
