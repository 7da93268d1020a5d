import type { Stratum } from '#db/queries/panel-stratum.server.ts';
import type { PersonWithBands } from '#db/queries/panel-band.server.ts';
import { notSaid } from '#db/schema/panel-member.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { shownCount } from '../panels/shown-count.ts';
import { effectiveCodes } from './effective-codes.ts';
import type { ReportedTheme } from './report-content.ts';
import type { ReportInputs } from './report-inputs.ts';
import { suppressBands } from './suppress-bands.ts';
import { quotable, wordsOfThemes, type Words } from './theme-words.ts';

export const quotesOfTheme = 4;
export const quotesOfDissent = 2;

export type People = { strata: readonly Stratum[]; bands: readonly PersonWithBands[] };

type Described = Omit<ReportedTheme, 'quoteIds' | 'dissentIds'> & {
  quotes: Words[];
  dissent: Words[];
};

const peopleOf = (words: readonly { memberId: string }[]) =>
  new Set(words.map(({ memberId }) => memberId));

/** A band that people prefer not to name, or did not answer, is one of its own. */
function bandsOf(
  stratum: Stratum,
  bands: readonly PersonWithBands[],
  people: ReadonlySet<string>,
): number[] {
  const ids = [...stratum.bands.map(({ id }) => id), notSaid];
  const counts = ids.map(() => 0);
  for (const person of bands) {
    if (!people.has(person.id)) continue;
    const index = ids.indexOf(person.bands[stratum.id] ?? notSaid);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

function strataOf(
  { strata, bands }: People,
  people: ReadonlySet<string>,
  { everybody, minimum }: { everybody: ReadonlySet<string>; minimum: number },
) {
  return strata.map((stratum) => {
    const labels: LocalText[] = [...stratum.bands.map(({ label }) => label), {}];
    const [own, among] = [bandsOf(stratum, bands, people), bandsOf(stratum, bands, everybody)];
    const shown = suppressBands(own, among, minimum);
    return {
      question: stratum.question,
      bands: labels.flatMap((label, index) =>
        (among[index] ?? 0) > 0 ? [{ label, people: shown[index] ?? null }] : [],
      ),
    };
  });
}

/** Each theme with who said it, the words that show it, and the words that speak against it. */
export function describeThemes(inputs: ReportInputs, people: People, minimum: number): Described[] {
  const codeOf = effectiveCodes(inputs.codes);
  const everybody = peopleOf(inputs.texts);
  const words = new Map(wordsOfThemes(inputs).map((one) => [one.id, one]));
  return inputs.themes.map(({ id, title, summary }) => {
    const { inFavour = [], against = [] } = words.get(id) ?? {};
    const own = peopleOf(inFavour);
    return {
      ...{ id, title, summary, people: shownCount(own.size, minimum) },
      codes: inputs.codes.flatMap((code) =>
        code.themeId === id && codeOf.get(code.id) === code.id ? [code.name] : [],
      ),
      strata: own.size < minimum ? [] : strataOf(people, own, { everybody, minimum }),
      quotes: quotable(inFavour, quotesOfTheme),
      dissent: quotable(against, quotesOfDissent),
      dissenters: shownCount(peopleOf(against).size, minimum),
    };
  });
}
