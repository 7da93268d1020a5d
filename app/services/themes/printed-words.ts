import type { ReportInputs } from './report-inputs.ts';

/** Words of replies and reasons of flags that a report may still print, by id. */
export type PrintedWords = { id: string; words: string }[];

/**
 * What somebody said to the themes stays printed while they are among those who spoke and agree to be
 * quoted; why something was flagged, while the text it stands on does.
 */
export function printedWords({ texts, replies, flags }: ReportInputs): PrintedWords {
  const quoted = new Set(
    texts.flatMap(({ memberId, quoteConsentId }) => (quoteConsentId === null ? [] : [memberId])),
  );
  return [
    ...replies.flatMap(({ id, memberId, printed }) =>
      printed !== null && quoted.has(memberId) ? [{ id, words: printed }] : [],
    ),
    ...flags.map(({ id, reason }) => ({ id, words: reason })),
  ];
}
