import { carrySpan, type Redaction } from '#analysis/redaction/carry-span.ts';
import type { Transaction } from '#db/database.ts';
import { listAssignmentsOf, placeAssignments } from '#db/queries/amended-assignments.server.ts';
import { dropQuotes, listQuotesOf, moveQuotes } from '#db/queries/amended-words.server.ts';
import type { OfContribution } from '#db/queries/contribution.server.ts';

/** Quotes follow their words; those that held what is taken out go. Answers with how many. */
export async function carryQuotes(
  tx: Transaction,
  ofContribution: OfContribution,
  redaction: Redaction,
): Promise<number> {
  const carried = (await listQuotesOf(tx, ofContribution)).map(({ id, ...span }) => ({
    id,
    to: carrySpan(span, redaction),
  }));
  const gone = carried.filter(({ to }) => to === null).map(({ id }) => id);
  if (gone.length > 0) await dropQuotes(tx, { ...ofContribution, quoteIds: gone });
  const placed = carried.flatMap(({ id, to }) => (to === null ? [] : [{ id, ...to }]));
  if (placed.length > 0) await moveQuotes(tx, { ...ofContribution, placed });
  return gone.length;
}

/** Codes follow their words; where these held what is taken out, the code stands at all that is left. */
export async function carryAssignments(
  tx: Transaction,
  ofContribution: OfContribution,
  { redaction, text }: { redaction: Redaction; text: string },
): Promise<void> {
  const whole = { start: 0, end: text.length };
  const places = new Set<string>();
  const placed: { id: string; start: number; end: number }[] = [];
  const doubled: string[] = [];
  for (const { id, codeId, reading, ...span } of await listAssignmentsOf(tx, ofContribution)) {
    const { start, end } = carrySpan(span, redaction) ?? whole;
    const place = `${codeId} ${reading} ${start} ${end}`;
    if (places.has(place)) doubled.push(id);
    else placed.push({ id, start, end });
    places.add(place);
  }
  await placeAssignments(tx, { ...ofContribution, placed, doubled });
}
