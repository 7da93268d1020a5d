import { chooseQuotes, type QuoteRole } from '#analysis/themes/choose-quotes.ts';
import { textGrams } from '#analysis/themes/coding/text-grams.ts';
import { codesOfTexts } from './codes-of-texts.ts';
import { effectiveCodes } from './effective-codes.ts';
import type { ReportInputs } from './report-inputs.ts';

export type Words = {
  contributionId: string;
  memberId: string;
  language: string;
  start: number;
  end: number;
  text: string;
  /** Null: the author does not agree to be quoted. */
  consentId: string | null;
};

export type WordsOfTheme = { id: string; inFavour: Words[]; against: Words[] };

/** Whose words these are. */
export const peopleOf = (words: readonly { memberId: string }[]) =>
  new Set(words.map(({ memberId }) => memberId));

/** The coded words of each theme, those that speak against it apart. */
export function wordsOfThemes(inputs: ReportInputs): WordsOfTheme[] {
  const codeOf = effectiveCodes(inputs.codes);
  const byId = new Map(inputs.codes.map((code) => [code.id, code]));
  const textOf = new Map(inputs.texts.map((text) => [text.id, text]));
  const words = inputs.assignments.flatMap(({ contributionId, codeId, start, end, origin }) => {
    const [code, text] = [byId.get(codeOf.get(codeId) ?? ''), textOf.get(contributionId)];
    if (!code || !text || origin === 'suggested') return [];
    const { memberId, language, quoteConsentId } = text;
    const own = { contributionId, memberId, language, start, end };
    return [{ code, ...own, text: text.text.slice(start, end), consentId: quoteConsentId }];
  });
  return inputs.themes.map(({ id }) => {
    const own = (isAgainst: boolean) =>
      words.flatMap(({ code, ...one }) =>
        code.themeId === id && code.against === isAgainst ? [one] : [],
      );
    return { id, inFavour: own(false), against: own(true) };
  });
}

/** Contributions that are in a theme. */
export function contributionsWithTheme(inputs: ReportInputs): Set<string> {
  const codesOf = codesOfTexts(inputs.assignments, effectiveCodes(inputs.codes));
  const themed = new Set(inputs.codes.flatMap(({ id, themeId }) => (themeId === null ? [] : [id])));
  return new Set(
    [...codesOf].flatMap(([id, codes]) => (codes.some((code) => themed.has(code)) ? [id] : [])),
  );
}

function placesOf(words: readonly Words[]): Float64Array[] {
  const grams = textGrams(
    words.map(({ text }) => text),
    'en',
  );
  return words.map((_, row) => {
    const place = new Float64Array(grams.columns);
    for (let at = grams.starts[row] ?? 0; at < (grams.starts[row + 1] ?? 0); at += 1) {
      place[grams.columnOf[at] ?? 0] = grams.values[at] ?? 0;
    }
    return place;
  });
}

/**
 * Words that may be quoted: the most central, then unlike ones of people and languages not heard yet,
 * then the one that fits least; nobody twice before everybody was heard.
 */
export function quotable(words: readonly Words[], most: number): (Words & { role: QuoteRole })[] {
  const allowed = words.filter(({ consentId }) => consentId !== null);
  const places = placesOf(allowed);
  const candidates = allowed.map(({ text, memberId, language }, row) => ({
    ...{ row, text, person: memberId, stratum: language },
    place: places[row] ?? new Float64Array(0),
  }));
  return chooseQuotes(candidates, 'en', most).flatMap(({ row, role }) => {
    const chosen = allowed[row];
    return chosen ? [{ ...chosen, role }] : [];
  });
}
