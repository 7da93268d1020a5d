import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { chunks } from '../chunks.ts';
import type { Transaction } from '../database.ts';
import { doubleReadings } from '../schema/code-assignment.ts';
import type { OfCoding } from './coding.server.ts';

const ofCoding = ({ organisationId, panelId, codingId }: OfCoding) =>
  and(
    eq(doubleReadings.organisationId, organisationId),
    eq(doubleReadings.panelId, panelId),
    eq(doubleReadings.codingId, codingId),
  );

const one = (params: OfCoding & { contributionId: string }) =>
  and(ofCoding(params), eq(doubleReadings.contributionId, params.contributionId));

export async function listDoubleReadings(tx: Transaction, params: OfCoding) {
  return tx
    .select({
      contributionId: doubleReadings.contributionId,
      coder: doubleReadings.coder,
      doneOn: doubleReadings.doneOn,
      firstCodes: doubleReadings.firstCodes,
      secondCodes: doubleReadings.secondCodes,
      decidedCodes: doubleReadings.decidedCodes,
      reason: doubleReadings.reason,
      decidedBy: doubleReadings.decidedBy,
    })
    .from(doubleReadings)
    .where(ofCoding(params))
    .orderBy(asc(doubleReadings.contributionId));
}

export type DoubleReading = Awaited<ReturnType<typeof listDoubleReadings>>[number];

export async function insertDoubleReadings(
  tx: Transaction,
  { contributionIds, coder, ...params }: OfCoding & { contributionIds: string[]; coder: string },
): Promise<void> {
  for (const chunk of chunks(contributionIds)) {
    await tx
      .insert(doubleReadings)
      .values(chunk.map((contributionId) => ({ ...params, contributionId, coder })))
      .onConflictDoNothing();
  }
}

/** Both sets are kept as they are now; false where it is done already. */
export async function finishDoubleReading(
  tx: Transaction,
  {
    firstCodes,
    secondCodes,
    doneOn,
    ...params
  }: OfCoding & {
    contributionId: string;
    coder: string;
    firstCodes: string[];
    secondCodes: string[];
    doneOn: string;
  },
): Promise<boolean> {
  const rows = await tx
    .update(doubleReadings)
    .set({ firstCodes, secondCodes, doneOn })
    .where(and(one(params), eq(doubleReadings.coder, params.coder), isNull(doubleReadings.doneOn)))
    .returning({ id: doubleReadings.contributionId });
  return rows.length > 0;
}

/** False where somebody else has decided meanwhile. */
export async function decideDoubleReading(
  tx: Transaction,
  {
    decidedCodes,
    reason,
    decidedBy,
    decidedOn,
    ...params
  }: OfCoding & {
    contributionId: string;
    decidedCodes: string[];
    reason: string;
    decidedBy: string;
    decidedOn: string;
  },
): Promise<boolean> {
  const rows = await tx
    .update(doubleReadings)
    .set({ decidedCodes, reason, decidedBy, decidedOn })
    .where(and(one(params), isNotNull(doubleReadings.doneOn), isNull(doubleReadings.decidedOn)))
    .returning({ id: doubleReadings.contributionId });
  return rows.length > 0;
}
