import { shownCount } from '../panels/shown-count.ts';
import { agreementOnTheme } from './agreement-on-theme.ts';
import { bandsOfTheme, type People } from './bands-of-theme.ts';
import { effectiveCodes } from './effective-codes.ts';
import type { ReportedTheme } from './report-content.ts';
import type { ReportInputs } from './report-inputs.ts';
import { peopleOf, quotable, wordsOfThemes, type Words } from './theme-words.ts';

const quotesOfTheme = 4;
const quotesOfDissent = 2;

export type DescribedTheme = Omit<ReportedTheme, 'quoteIds' | 'edgeIds' | 'dissentIds'> & {
  quotes: Words[];
  edge: Words[];
  dissent: Words[];
};

/** Each theme with who said it, the words that show it, and the words that speak against it. */
export function themesOfReport(
  inputs: ReportInputs,
  { strata, bands }: People,
  minimum: number,
): DescribedTheme[] {
  const codeOf = effectiveCodes(inputs.codes);
  const everybody = peopleOf(inputs.texts);
  const words = new Map(wordsOfThemes(inputs).map((one) => [one.id, one]));
  return inputs.themes.map(({ id, title, summary }) => {
    const { inFavour = [], against = [] } = words.get(id) ?? {};
    const own = peopleOf(inFavour);
    const quotes = quotable(inFavour, quotesOfTheme);
    return {
      ...{ id, title, summary, people: shownCount(own.size, minimum) },
      codes: inputs.codes.flatMap((code) =>
        code.themeId === id && codeOf.get(code.id) === code.id ? [code.name] : [],
      ),
      strata:
        own.size < minimum
          ? []
          : strata.map((stratum) => ({
              question: stratum.question,
              bands: bandsOfTheme(stratum, { bands, inTheme: own, everybody, minimum }),
            })),
      quotes: quotes.filter(({ role }) => role !== 'edge'),
      edge: quotes.filter(({ role }) => role === 'edge'),
      dissent: quotable(against, quotesOfDissent),
      dissenters: shownCount(peopleOf(against).size, minimum),
      readers: agreementOnTheme(id, inputs, minimum),
    };
  });
}
