import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { cardImports } from '../schema/card-import.ts';

type OfImport = { organisationId: string; importId: string };

const ofImport = ({ organisationId, importId }: OfImport) =>
  and(eq(cardImports.organisationId, organisationId), eq(cardImports.id, importId));

export async function insertCardImport(
  tx: Transaction,
  values: Omit<typeof cardImports.$inferInsert, 'id' | 'createdAt'>,
): Promise<string> {
  const [card] = await tx.insert(cardImports).values(values).returning({ id: cardImports.id });
  if (!card) throw new Error('an import has no unique key but its id');
  return card.id;
}

export async function findCardImport(tx: Transaction, params: OfImport) {
  const [card] = await tx.select().from(cardImports).where(ofImport(params));
  return card;
}

/** Newest first. */
export async function listCardImports(
  tx: Transaction,
  { organisationId, systemId }: { organisationId: string; systemId: string },
) {
  return tx
    .select({
      id: cardImports.id,
      format: cardImports.format,
      fileName: cardImports.fileName,
      unmapped: cardImports.unmapped,
      appliedOn: cardImports.appliedOn,
    })
    .from(cardImports)
    .where(and(eq(cardImports.organisationId, organisationId), eq(cardImports.systemId, systemId)))
    .orderBy(desc(cardImports.createdAt));
}

/** Nothing is returned when it was taken over already. */
export async function setCardApplied(
  tx: Transaction,
  { systemId, appliedOn, ...params }: OfImport & { systemId: string; appliedOn: string },
) {
  const [card] = await tx
    .update(cardImports)
    .set({ systemId, appliedOn })
    .where(and(ofImport(params), isNull(cardImports.systemId)))
    .returning({ id: cardImports.id });
  return card;
}

/** Whether there was one that nobody had taken over. */
export async function deleteCardImport(tx: Transaction, params: OfImport): Promise<boolean> {
  const gone = await tx
    .delete(cardImports)
    .where(and(ofImport(params), isNull(cardImports.systemId)))
    .returning({ id: cardImports.id });
  return gone.length > 0;
}
