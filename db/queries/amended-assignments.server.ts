import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { codeAssignments } from '../schema/code-assignment.ts';
import type { OfContribution } from './contribution.server.ts';

const assignmentsOf = ({ organisationId, contributionId }: OfContribution) =>
  and(
    eq(codeAssignments.organisationId, organisationId),
    eq(codeAssignments.contributionId, contributionId),
  );

/** What stands; what was taken away goes for good, as bringing it back would point at other words. */
export async function listAssignmentsOf(tx: Transaction, params: OfContribution) {
  await tx
    .delete(codeAssignments)
    .where(and(assignmentsOf(params), isNotNull(codeAssignments.removedAt)));
  return tx
    .select({
      id: codeAssignments.id,
      codeId: codeAssignments.codeId,
      reading: codeAssignments.reading,
      start: codeAssignments.start,
      end: codeAssignments.end,
    })
    .from(codeAssignments)
    .where(assignmentsOf(params))
    .orderBy(asc(codeAssignments.start), asc(codeAssignments.end), asc(codeAssignments.id));
}

/** Where each stands now; first beyond any text, as two of a code may not share a place on the way. */
export async function placeAssignments(
  tx: Transaction,
  params: OfContribution & {
    placed: readonly { id: string; start: number; end: number }[];
    doubled: readonly string[];
  },
): Promise<void> {
  const far = 1_000_000;
  if (params.doubled.length > 0) {
    await tx
      .delete(codeAssignments)
      .where(and(assignmentsOf(params), inArray(codeAssignments.id, [...params.doubled])));
  }
  await tx
    .update(codeAssignments)
    .set({
      start: sql`${codeAssignments.start} + ${far}`,
      end: sql`${codeAssignments.end} + ${far}`,
    })
    .where(assignmentsOf(params));
  for (const { id, start, end } of params.placed) {
    await tx
      .update(codeAssignments)
      .set({ start, end })
      .where(and(assignmentsOf(params), eq(codeAssignments.id, id)));
  }
}
