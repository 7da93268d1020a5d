import type { DraftContent, DraftOnly, DraftWords } from '#db/schema/answering.ts';
import type { Answers } from '#surveys/model/answers.ts';
import type { Instrument, Page } from '#surveys/model/instrument.ts';
import { textItemsOf } from '#surveys/model/text-items.ts';
import { ServiceError } from '../../errors.ts';

/** What a page says of one item in somebody's own words; null: nothing. */
export type GivenWords =
  { text: string; mayQuote: boolean } | Exclude<DraftWords, { seal: string }> | null;

export const wordsField = (itemId: string) => `words.${itemId}`;
export const quoteField = (itemId: string) => `quote.${itemId}`;
export const reasonField = (itemId: string) => `reason.${itemId}`;

/** Postgres can store neither U+0000 nor a lone surrogate; a form sends line breaks as two characters. */
function asTyped(words: string): string {
  return words
    .replaceAll('\r\n', '\n')
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '')
    .trim();
}

/** The words among the fields of one page, by item; what is written counts more than a reason not to. */
export function readWords(
  instrument: Instrument,
  page: Page,
  fields: ReadonlyMap<string, string>,
): Record<string, GivenWords> {
  const asked = textItemsOf(instrument).filter(({ id }) => page.items.includes(id));
  const names = new Set(asked.map(({ id }) => wordsField(id)));
  if ([...fields.keys()].some((name) => name.startsWith(wordsField('')) && !names.has(name))) {
    throw new ServiceError('invalid', 'answer-unknown');
  }
  const given = asked.flatMap(({ id, maximumLength }): [string, GivenWords][] => {
    const typed = fields.get(wordsField(id));
    if (typed === undefined) return [];
    const text = asTyped(typed);
    if (text.length > maximumLength) {
      const values = { item: id, limit: maximumLength, length: text.length };
      throw new ServiceError('invalid', 'words-too-long', values);
    }
    if (text !== '') return [[id, { text, mayQuote: fields.has(quoteField(id)) }]];
    const isOffered = instrument.missingReasons.includes('prefer-not-to-say');
    const isRefused = isOffered && fields.has(reasonField(id));
    return [[id, isRefused ? { missing: 'prefer-not-to-say' } : null]];
  });
  return Object.fromEntries(given);
}

type Content = Pick<DraftContent, 'answers'> & Pick<DraftOnly, 'words'>;

/**
 * The answers with a sign for each item that was answered in words. Conditions ask of such an item only
 * whether it was answered, which parsing makes sure of: the code of the sign is read nowhere.
 */
export function withSigns({ answers, words = {} }: Content): Answers {
  const signs = Object.entries(words).flatMap(([id, given]) => {
    if (given === null) return [];
    return [[id, 'seal' in given ? { code: 0 } : { missing: given.missing }] as const];
  });
  return { ...answers, ...Object.fromEntries(signs) };
}
