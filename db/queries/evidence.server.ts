import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { evidence } from '../schema/evidence.ts';

type OfInstrument = { organisationId: string; instrumentId: string };

const ofInstrument = ({ organisationId, instrumentId }: OfInstrument) =>
  and(eq(evidence.organisationId, organisationId), eq(evidence.instrumentId, instrumentId));

/** Oldest data first; what was entered together in an order of its own. */
export async function listEvidence(tx: Transaction, params: OfInstrument) {
  return tx
    .select({
      id: evidence.id,
      language: evidence.language,
      population: evidence.population,
      finding: evidence.finding,
      origin: evidence.origin,
      n: evidence.n,
      on: evidence.on,
      itemsHash: evidence.itemsHash,
    })
    .from(evidence)
    .where(ofInstrument(params))
    .orderBy(
      asc(evidence.on),
      asc(evidence.createdAt),
      sql`${evidence.finding}->>'coefficient'`,
      asc(evidence.contentHash),
    );
}

/** Undefined when the same evidence is there already. */
export async function insertEvidence(tx: Transaction, params: typeof evidence.$inferInsert) {
  const [row] = await tx
    .insert(evidence)
    .values(params)
    .onConflictDoNothing()
    .returning({ id: evidence.id });
  return row;
}

export async function deleteEvidence(tx: Transaction, params: OfInstrument & { id: string }) {
  const [row] = await tx
    .delete(evidence)
    .where(and(ofInstrument(params), eq(evidence.id, params.id)))
    .returning({ finding: evidence.finding, language: evidence.language });
  return row;
}
