import { notSaidLabel, countBands, type People } from './bands-of-theme.ts';
import type { TopConcerns } from './report-content.ts';
import type { ReportInputs } from './report-inputs.ts';
import { suppressBands } from './suppress-bands.ts';
import { peopleOf, wordsOfThemes } from './theme-words.ts';

/**
 * What people of each band speak of most, so that no group's main concern is lost among the others'. It is
 * named only where its own count may be shown: of what is withheld nothing more follows than that it is
 * no larger.
 */
export function topConcerns(
  inputs: ReportInputs,
  { strata, bands }: People,
  minimum: number,
): TopConcerns[] {
  const everybody = peopleOf(inputs.texts);
  const titleOf = new Map(inputs.themes.map(({ id, title }) => [id, title]));
  const themes = wordsOfThemes(inputs).map(({ id, inFavour }) => ({ id, own: peopleOf(inFavour) }));
  return strata.map((stratum) => {
    const among = countBands(stratum, bands, everybody);
    const counted = themes.map(({ id, own }) => {
      const counts = countBands(stratum, bands, own);
      const shown = own.size < minimum ? [] : suppressBands(counts, among, minimum);
      return { id, counts, shown };
    });
    const labels = [...stratum.bands.map(({ label }) => label), notSaidLabel];
    return {
      question: stratum.question,
      bands: labels.flatMap((label, band) => {
        if ((among[band] ?? 0) === 0) return [];
        const most = Math.max(0, ...counted.map(({ counts }) => counts[band] ?? 0));
        const top = counted.filter(({ counts }) => counts[band] === most);
        const isShown = most >= minimum && top.every(({ shown }) => shown[band] === most);
        return [{ label, themes: isShown ? top.flatMap(({ id }) => titleOf.get(id) ?? []) : null }];
      }),
    };
  });
}
