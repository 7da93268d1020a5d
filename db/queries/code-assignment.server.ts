import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { chunks } from '../chunks.ts';
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
  for (const chunk of chunks(rows)) {
    await tx.insert(codeAssignments).values(chunk).onConflictDoNothing();
  }
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
    .set({
      ...{ origin: 'accepted', by, offered: true, at: sql`clock_timestamp()`, ...span },
      proposedStart: sql`${codeAssignments.start}`,
      proposedEnd: sql`${codeAssignments.end}`,
    })
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

type LastChange = Span & {
  id: string;
  contributionId: string;
  codeId: string;
  isRemoval: boolean;
  proposedStart: number | null;
  proposedEnd: number | null;
};

/**
 * What this person did last that still stands, an assignment or its removal, in the first reading of texts
 * about which nothing was decided between two readers.
 */
export async function findLastChange(
  tx: Transaction,
  { organisationId, panelId, codingId, by, on }: OfCoding & { by: string; on: string },
): Promise<LastChange | undefined> {
  const [row] = await queryRows<LastChange>(
    tx,
    sql`select a.id, a.contribution_id as "contributionId", a.code_id as "codeId", a.start, a."end",
          a.proposed_start as "proposedStart", a.proposed_end as "proposedEnd",
          a.removed_by is not null as "isRemoval"
        from code_assignments a
        where a.organisation_id = ${organisationId} and a.panel_id = ${panelId}
          and a.coding_id = ${codingId} and a.reading = 'first'
          and (a.removed_by = ${by} or (a.by = ${by} and a.removed_by is null))
          and (coalesce(a.removed_at, a.at) at time zone 'utc')::date = ${on}::date
          and not exists (select 1 from double_readings d
            where d.organisation_id = a.organisation_id and d.coding_id = a.coding_id
              and d.contribution_id = a.contribution_id and d.decided_on is not null)
        order by coalesce(a.removed_at, a.at) desc, a.id limit 1`,
  );
  return row;
}

/** Whether the same code stands at these words of the text by another assignment. */
async function hasTwin(
  tx: Transaction,
  { change, span, ...params }: OfCoding & { change: LastChange; span: Span },
): Promise<boolean> {
  const same = and(
    ...[ofCoding(params), stands, eq(codeAssignments.reading, 'first')],
    eq(codeAssignments.contributionId, change.contributionId),
    ...[eq(codeAssignments.codeId, change.codeId), ne(codeAssignments.id, change.id)],
    ...[eq(codeAssignments.start, span.start), eq(codeAssignments.end, span.end)],
  );
  return (await tx.$count(codeAssignments, same)) > 0;
}

/** removal: a code is gone; return: it stands again; proposal: it waits for an answer again. */
export type UndoneStep = 'removal' | 'return' | 'proposal';

/**
 * As if it had not been done: who undoes again goes one step further back. What would come back to words
 * where the same code stands meanwhile does not.
 */
export async function undoChange(
  tx: Transaction,
  { change, ...params }: OfCoding & { change: LastChange },
): Promise<UndoneStep> {
  const row = and(ofCoding(params), eq(codeAssignments.id, change.id));
  const { start, end, isRemoval, proposedStart, proposedEnd } = change;
  const wasProposed = proposedStart !== null && proposedEnd !== null;
  const span =
    !isRemoval && wasProposed ? { start: proposedStart, end: proposedEnd } : { start, end };
  const comesBack = isRemoval || wasProposed;
  if (!comesBack || (await hasTwin(tx, { ...params, change, span }))) {
    await tx.delete(codeAssignments).where(row);
    return comesBack ? 'return' : 'removal';
  }
  const proposal = { origin: 'suggested', by: null, offered: false, ...span } as const;
  await tx
    .update(codeAssignments)
    .set(
      isRemoval
        ? { removedBy: null, removedAt: null }
        : { ...proposal, proposedStart: null, proposedEnd: null },
    )
    .where(row);
  return isRemoval ? 'return' : 'proposal';
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
