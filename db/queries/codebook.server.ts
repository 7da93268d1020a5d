import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import {
  codebookEvents,
  codes,
  type CodebookChange,
  type CodebookEventKind,
} from '../schema/coding.ts';
import type { OfCoding } from './coding.server.ts';

const ofCoding = ({ organisationId, panelId, codingId }: OfCoding) =>
  and(
    eq(codes.organisationId, organisationId),
    eq(codes.panelId, panelId),
    eq(codes.codingId, codingId),
  );

export async function listCodes(tx: Transaction, params: OfCoding) {
  return tx
    .select({
      id: codes.id,
      position: codes.position,
      name: codes.name,
      description: codes.description,
      themeId: codes.themeId,
      against: codes.against,
      mergedInto: codes.mergedInto,
      retired: codes.retired,
    })
    .from(codes)
    .where(ofCoding(params))
    .orderBy(asc(codes.position));
}

export type Code = Awaited<ReturnType<typeof listCodes>>[number];

/** At the end of the codebook; its coding is held by the caller. */
export async function insertCode(
  tx: Transaction,
  code: OfCoding & { id: string; name: string; description: string },
): Promise<void> {
  await tx.insert(codes).values({
    ...code,
    position: sql`(select coalesce(max(c.position), 0) + 1 from codes c
      where c.organisation_id = ${code.organisationId} and c.coding_id = ${code.codingId})`,
  });
}

type CodeSet = Partial<
  Pick<Code, 'name' | 'description' | 'themeId' | 'against' | 'mergedInto' | 'retired'>
>;

export async function updateCode(
  tx: Transaction,
  { codeId, set, ...params }: OfCoding & { codeId: string; set: CodeSet },
): Promise<void> {
  await tx
    .update(codes)
    .set(set)
    .where(and(ofCoding(params), eq(codes.id, codeId)));
}

export async function insertCodebookEvent(
  tx: Transaction,
  event: OfCoding & {
    number: number;
    kind: CodebookEventKind;
    codeId: string;
    change: CodebookChange;
    reason: string;
    by: string;
  },
): Promise<void> {
  await tx.insert(codebookEvents).values(event);
}

/** From the first on. */
export async function listCodebookEvents(
  tx: Transaction,
  { organisationId, panelId, codingId }: OfCoding,
) {
  return tx
    .select({
      number: codebookEvents.number,
      kind: codebookEvents.kind,
      codeId: codebookEvents.codeId,
      change: codebookEvents.change,
      reason: codebookEvents.reason,
      by: codebookEvents.by,
      at: codebookEvents.at,
    })
    .from(codebookEvents)
    .where(
      and(
        eq(codebookEvents.organisationId, organisationId),
        eq(codebookEvents.panelId, panelId),
        eq(codebookEvents.codingId, codingId),
      ),
    )
    .orderBy(asc(codebookEvents.number));
}

export type CodebookEvent = Awaited<ReturnType<typeof listCodebookEvents>>[number];
