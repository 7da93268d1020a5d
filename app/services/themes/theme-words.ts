import { chooseQuotes, type QuoteRole } from '#analysis/themes/choose-quotes.ts';
import { sparseRow } from '#analysis/numeric/sparse/sparse-row.ts';
import { wordAndCharacterGrams } from '#analysis/themes/features/word-and-character-grams.ts';
import { splitTerms } from '#analysis/themes/text/split-terms.ts';
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

/** Whether their author agrees to be quoted. */
export const mayBeQuoted = ({ consentId }: Words) => consentId !== null;

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

/**
 * Words that may be quoted: the most central, then unlike ones of people and languages not heard yet,
 * then the one that fits least; nobody twice before everybody was heard.
 */
export function quotable(words: readonly Words[], most: number): (Words & { role: QuoteRole })[] {
  const allowed = words.filter(mayBeQuoted);
  const terms = allowed.map(({ text, language }) => splitTerms(text, language));
  const grams = wordAndCharacterGrams(
    allowed.map(({ text }) => text),
    // The same letters in two languages are two words.
    terms.map((all, row) => all.map(({ stem }) => `${allowed[row]?.language} ${stem}`)),
  );
  const candidates = allowed.map(({ text, memberId, language }, row) => ({
    ...{ row, text, person: memberId, stratum: language },
    ...{ words: terms[row]?.length ?? 0, place: sparseRow(grams, row) },
  }));
  return chooseQuotes(candidates, most).flatMap(({ row, role }) => {
    const chosen = allowed[row];
    return chosen ? [{ ...chosen, role }] : [];
  });
}
