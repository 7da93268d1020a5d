import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { codeAssignments, type AssignmentOrigin, type Reading } from '../schema/code-assignment.ts';
import type { OfCoding } from './coding.server.ts';

const ofCoding = ({ organisationId, panelId, codingId }: OfCoding) =>
  and(
    eq(codeAssignments.organisationId, organisationId),
    eq(codeAssignments.panelId, panelId),
    eq(codeAssignments.codingId, codingId),
  );

const stands = isNull(codeAssignments.removedAt);

/** Those that stand, in the order of the words. */
export async function listAssignments(
  tx: Transaction,
  { reading, ...params }: OfCoding & { reading: Reading },
) {
  return tx
    .select({
      id: codeAssignments.id,
      contributionId: codeAssignments.contributionId,
      codeId: codeAssignments.codeId,
      start: codeAssignments.start,
      end: codeAssignments.end,
      origin: codeAssignments.origin,
      by: codeAssignments.by,
    })
    .from(codeAssignments)
    .where(and(ofCoding(params), eq(codeAssignments.reading, reading), stands))
    .orderBy(
      asc(codeAssignments.contributionId),
      asc(codeAssignments.start),
      asc(codeAssignments.end),
      asc(codeAssignments.codeId),
    );
}

export type Assignment = Awaited<ReturnType<typeof listAssignments>>[number];

export type NewAssignment = OfCoding & {
  contributionId: string;
  codeId: string;
  start: number;
  end: number;
  origin: AssignmentOrigin;
  reading: Reading;
  offered: boolean;
  by: string | null;
};

/** The same code at the same words is there once: assigning twice is assigning once. */
export async function insertAssignments(
  tx: Transaction,
  rows: readonly NewAssignment[],
): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(codeAssignments)
      .values([...rows])
      .onConflictDoNothing();
}

/** Takes assignments away; answers with how many there were. */
export async function removeAssignments(
  tx: Transaction,
  { ids, by, ...params }: OfCoding & { ids: readonly string[]; by: string },
): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx
    .update(codeAssignments)
    .set({ removedBy: by, removedAt: sql`clock_timestamp()` })
    .where(and(ofCoding(params), inArray(codeAssignments.id, [...ids]), stands))
    .returning({ id: codeAssignments.id });
  return rows.length;
}

type Span = { start: number; end: number };

/** The machine's proposal becomes a person's assignment. */
export async function acceptSuggestion(
  tx: Transaction,
  { id, by, span, ...params }: OfCoding & { id: string; by: string; span?: Span },
): Promise<boolean> {
  const rows = await tx
    .update(codeAssignments)
    .set({ origin: 'accepted', by, offered: true, at: sql`clock_timestamp()`, ...span })
    .where(
      and(
        ofCoding(params),
        eq(codeAssignments.id, id),
        eq(codeAssignments.origin, 'suggested'),
        stands,
      ),
    )
    .returning({ id: codeAssignments.id });
  return rows.length > 0;
}

export async function moveAssignments(
  tx: Transaction,
  { ids, codeId, ...params }: OfCoding & { ids: readonly string[]; codeId: string },
): Promise<void> {
  await tx
    .update(codeAssignments)
    .set({ codeId })
    .where(and(ofCoding(params), inArray(codeAssignments.id, [...ids]), stands));
}

type LastChange = { id: string; contributionId: string; isRemoval: boolean };

/** What this person did last that still stands, an assignment or its removal, in the first reading. */
export async function findLastChange(
  tx: Transaction,
  { organisationId, panelId, codingId, by }: OfCoding & { by: string },
): Promise<LastChange | undefined> {
  const [row] = await queryRows<LastChange>(
    tx,
    sql`select a.id, a.contribution_id as "contributionId",
          a.removed_by is not null as "isRemoval"
        from code_assignments a
        where a.organisation_id = ${organisationId} and a.panel_id = ${panelId}
          and a.coding_id = ${codingId} and a.reading = 'first'
          and (a.removed_by = ${by} or (a.by = ${by} and a.removed_by is null))
        order by coalesce(a.removed_at, a.at) desc, a.id limit 1`,
  );
  return row;
}

/** As if it had not been done: who undoes again goes one step further back. */
export async function undoChange(
  tx: Transaction,
  { change, ...params }: OfCoding & { change: LastChange },
): Promise<void> {
  const row = and(ofCoding(params), eq(codeAssignments.id, change.id));
  if (change.isRemoval) {
    await tx.update(codeAssignments).set({ removedBy: null, removedAt: null }).where(row);
    return;
  }
  await tx.delete(codeAssignments).where(row);
}

export type Acceptance = { offered: number; taken: number };

/** Of the choices made while suggestions stood on the page, how many took one of them. */
export async function countAcceptance(
  tx: Transaction,
  { organisationId, panelId, codingId }: OfCoding,
): Promise<Acceptance> {
  const [row] = await queryRows<Acceptance>(
    tx,
    sql`select (count(*) filter (where a.offered or a.origin = 'suggested'))::int as offered,
          (count(*) filter (where a.offered and a.origin = 'accepted'))::int as taken
        from code_assignments a
        where a.organisation_id = ${organisationId} and a.panel_id = ${panelId}
          and a.coding_id = ${codingId} and a.reading = 'first'
          and (a.origin <> 'suggested' or a.removed_at is not null)`,
  );
  return row ?? { offered: 0, taken: 0 };
}
