import type { Transaction } from '#db/database.ts';
import { listQuoteSpans } from '#db/queries/theme-report.server.ts';
import { quotesOf, type Quote } from '../outcomes/present-suggestions.ts';
import type { ThemeReportContent } from './report-content.ts';

export type ShownQuote = { id: string } & Quote;

/** The words of a report's quotes that their authors still agree to see quoted, by id. */
export async function readQuotes(
  tx: Transaction,
  ofPanel: { organisationId: string; panelId: string },
  { themes }: ThemeReportContent,
): Promise<ShownQuote[]> {
  const quoteIds = themes.flatMap((theme) => [
    ...theme.quoteIds,
    ...(theme.edgeIds ?? []),
    ...theme.dissentIds,
  ]);
  const spans = await listQuoteSpans(tx, { ...ofPanel, quoteIds });
  // Spans are of UTF-16 units, which is not how the database counts.
  return spans.flatMap((span) => quotesOf([span]).map((quote) => ({ id: span.id, ...quote })));
}
