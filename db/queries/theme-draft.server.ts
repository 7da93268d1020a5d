import { and, desc, eq, inArray, lt, or } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { themeDrafts, type MergeDecision } from '../schema/theme-check.ts';
import type { OfCoding } from './coding.server.ts';

type OfDraft = { organisationId: string; id: string };

const one = ({ organisationId, id }: OfDraft) =>
  and(eq(themeDrafts.organisationId, organisationId), eq(themeDrafts.id, id));

const ofCoding = ({ organisationId, panelId, codingId }: OfCoding) =>
  and(
    eq(themeDrafts.organisationId, organisationId),
    eq(themeDrafts.panelId, panelId),
    eq(themeDrafts.codingId, codingId),
  );

const columns = {
  id: themeDrafts.id,
  language: themeDrafts.language,
  state: themeDrafts.state,
  progress: themeDrafts.progress,
  result: themeDrafts.result,
  merges: themeDrafts.merges,
};

/** The newest of each language, or the newest of those that are done. */
export async function listDrafts(
  tx: Transaction,
  { isDone = false, ...params }: OfCoding & { isDone?: boolean },
) {
  return tx
    .selectDistinctOn([themeDrafts.language], columns)
    .from(themeDrafts)
    .where(and(ofCoding(params), isDone ? eq(themeDrafts.state, 'done') : undefined))
    .orderBy(themeDrafts.language, desc(themeDrafts.createdAt));
}

export async function findDraft(tx: Transaction, { id, ...params }: OfCoding & { id: string }) {
  const [row] = await tx
    .select(columns)
    .from(themeDrafts)
    .where(and(ofCoding(params), eq(themeDrafts.id, id)));
  return row;
}

/** How far the work on the newest of each language is, without what was found. */
export async function listDraftProgress(tx: Transaction, params: OfCoding) {
  const { id, language, state, progress } = columns;
  return tx
    .selectDistinctOn([themeDrafts.language], { id, language, state, progress })
    .from(themeDrafts)
    .where(ofCoding(params))
    .orderBy(themeDrafts.language, desc(themeDrafts.createdAt));
}

export async function insertDraft(
  tx: Transaction,
  draft: OfCoding & { language: string; wanted: number | null; requestedBy: string },
): Promise<string> {
  const [row] = await tx.insert(themeDrafts).values(draft).returning({ id: themeDrafts.id });
  if (!row) throw new Error('an inserted draft was not returned');
  return row.id;
}

export async function setMerges(
  tx: Transaction,
  {
    draftId,
    merges,
    organisationId,
    codingId,
  }: OfCoding & { draftId: string; merges: Record<string, MergeDecision> },
): Promise<void> {
  await tx
    .update(themeDrafts)
    .set({ merges })
    .where(and(one({ organisationId, id: draftId }), eq(themeDrafts.codingId, codingId)));
}

/** Takes a queued draft, or one whose process has been silent since `silentSince`. */
export async function takeDraft(tx: Transaction, params: OfDraft & { silentSince: Date }) {
  const [row] = await tx
    .update(themeDrafts)
    .set({ state: 'running', progress: 0, heartbeatAt: new Date() })
    .where(
      and(
        one(params),
        or(
          eq(themeDrafts.state, 'queued'),
          and(eq(themeDrafts.state, 'running'), lt(themeDrafts.heartbeatAt, params.silentSince)),
        ),
      ),
    )
    .returning();
  return row;
}

/** False when it was cancelled meanwhile. */
export async function beatDraft(
  tx: Transaction,
  { progress, ...params }: OfDraft & { progress: number },
): Promise<boolean> {
  const rows = await tx
    .update(themeDrafts)
    .set({ progress, heartbeatAt: new Date() })
    .where(and(one(params), eq(themeDrafts.state, 'running')))
    .returning({ id: themeDrafts.id });
  return rows.length > 0;
}

export async function endDraft(
  tx: Transaction,
  {
    state,
    result,
    ...params
  }: OfDraft & { state: 'done' | 'failed' | 'cancelled'; result?: object },
): Promise<void> {
  await tx
    .update(themeDrafts)
    .set({ state, ...(result ? { result, progress: 1 } : {}) })
    .where(and(one(params), inArray(themeDrafts.state, ['queued', 'running'])));
}

/** Whose process is gone; for the system. */
export async function listForsakenDrafts(tx: Transaction, { silentSince }: { silentSince: Date }) {
  return tx
    .select({ organisationId: themeDrafts.organisationId, id: themeDrafts.id })
    .from(themeDrafts)
    .where(
      or(
        and(eq(themeDrafts.state, 'running'), lt(themeDrafts.heartbeatAt, silentSince)),
        and(eq(themeDrafts.state, 'queued'), lt(themeDrafts.createdAt, silentSince)),
      ),
    );
}
