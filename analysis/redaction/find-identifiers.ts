import { findAccountNumbers } from './find-account-numbers.ts';
import { findBirthDates } from './find-birth-dates.ts';
import { findEmails } from './find-emails.ts';
import { findNames } from './find-names.ts';
import { findNumbersToCall } from './find-numbers-to-call.ts';
import { findPostcodes } from './find-postcodes.ts';
import { foldText, type FoldedText } from './fold-text.ts';
import type { FindingOptions, IdentifierSpan } from './identifier-span.ts';
import { mergeSpans } from './merge-spans.ts';

function findOnce(folded: FoldedText, options: FindingOptions): IdentifierSpan[] {
  return mergeSpans([
    ...findEmails(folded),
    ...findAccountNumbers(folded),
    ...findNumbersToCall(folded, options.language),
    ...findBirthDates(folded, options.today),
    ...findPostcodes(folded),
    ...findNames(folded, options.names),
  ]);
}

/** Units of found spans as a character that joins nothing. */
function withoutSpans({ text, starts, ends }: FoldedText, spans: readonly IdentifierSpan[]) {
  const units = [...text.split('')].map((unit, index) => {
    const [start = 0, end = 0] = [starts[index], ends[index]];
    return spans.some((span) => start < span.end && end > span.start) ? ']' : unit;
  });
  return { text: units.join(''), starts, ends };
}

/**
 * What in a free text may tell who somebody is: a proposal for the person who takes it out.
 *
 * @param text as it was written
 * @param options language of the text, names its author listed, and today
 * @returns spans in order, without overlap, each with its kind; [] where nothing was found, which does not mean
 *   that the text tells nobody: places, jobs, illnesses and names nobody listed are for the reader to see
 * @remarks Patterns of all countries are tried whatever the language: people write of more than one.
 */
export function findIdentifiers(text: string, options: FindingOptions): IdentifierSpan[] {
  const folded = foldText(text);
  let spans: IdentifierSpan[] = [];
  // What is taken out may have hidden what it was joined to, so one looks until nothing more is found.
  for (;;) {
    const found = mergeSpans([...spans, ...findOnce(withoutSpans(folded, spans), options)]);
    if (found.length === spans.length) return found;
    spans = found;
  }
}
