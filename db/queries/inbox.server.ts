import { and, eq, inArray, sql } from 'drizzle-orm';
import { chunks } from '../chunks.ts';
import { queryRows, type Transaction } from '../database.ts';
import { completionReceipts, inbox, usedBallots, type DraftContent } from '../schema/answering.ts';
import { invitations } from '../schema/invitation.ts';
import { responses } from '../schema/response.ts';

export type InboxRow = {
  organisationId: string;
  studyId: string;
  waveId: string;
  ballotHash: string;
  content: DraftContent;
  submittedOn: string;
};

type OfWave = { organisationId: string; waveId: string };

export async function insertIntoInbox(tx: Transaction, row: InboxRow): Promise<void> {
  await tx.insert(inbox).values(row);
}

export async function deleteFromInbox(
  tx: Transaction,
  { organisationId, ballotHash }: { organisationId: string; ballotHash: string },
): Promise<boolean> {
  const deleted = await tx
    .delete(inbox)
    .where(and(eq(inbox.organisationId, organisationId), eq(inbox.ballotHash, ballotHash)))
    .returning({ ballotHash: inbox.ballotHash });
  return deleted.length === 1;
}

/** Waves with answers that wait, of every organisation. */
export async function listWaitingWaves(tx: Transaction): Promise<OfWave[]> {
  return tx
    .selectDistinct({ organisationId: inbox.organisationId, waveId: inbox.waveId })
    .from(inbox);
}

/** Where receipts wait, or the wave is closed and its invitations were written at different times. */
export async function listReceiptWaves(tx: Transaction): Promise<OfWave[]> {
  return queryRows<OfWave>(
    tx,
    sql`select organisation_id as "organisationId", wave_id as "waveId" from completion_receipts
        union
        select i.organisation_id, i.wave_id from invitations i
          join waves w on w.organisation_id = i.organisation_id and w.id = i.wave_id
          join studies s on s.organisation_id = i.organisation_id and s.id = i.study_id
          where s.state = 'closed' or w.state = 'closed'
          group by 1, 2 having min(i.xmin::text) <> max(i.xmin::text)`,
  );
}

/** One batch of a wave at a time, whichever process takes it. */
export async function lockBatches(tx: Transaction, waveId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`batch/${waveId}`}, 0))`);
}

/** What waits in a wave, held until the transaction ends; what is being withdrawn is left out. */
export async function holdWaiting(
  tx: Transaction,
  { organisationId, waveId }: OfWave,
): Promise<InboxRow[]> {
  return tx
    .select({
      organisationId: inbox.organisationId,
      studyId: inbox.studyId,
      waveId: inbox.waveId,
      ballotHash: inbox.ballotHash,
      content: inbox.content,
      submittedOn: inbox.submittedOn,
    })
    .from(inbox)
    .where(and(eq(inbox.organisationId, organisationId), eq(inbox.waveId, waveId)))
    .for('update', { skipLocked: true });
}

/** How many transactions wrote the waiting rows: one when they lie shuffled together. */
export async function countWaitingWrites(
  tx: Transaction,
  { organisationId, waveId }: OfWave,
): Promise<number> {
  const [count] = await queryRows<{ writes: number }>(
    tx,
    sql`select count(distinct xmin::text)::int as writes from inbox
        where organisation_id = ${organisationId} and wave_id = ${waveId}`,
  );
  return count?.writes ?? 0;
}

export async function removeFromInbox(
  tx: Transaction,
  organisationId: string,
  ballotHashes: readonly string[],
): Promise<void> {
  for (const hashes of chunks(ballotHashes)) {
    await tx
      .delete(inbox)
      .where(and(eq(inbox.organisationId, organisationId), inArray(inbox.ballotHash, hashes)));
  }
}

export type NewResponse = typeof responses.$inferInsert;

/** Appends in the order given. */
export async function insertResponses(tx: Transaction, rows: readonly NewResponse[]) {
  for (const chunk of chunks(rows)) await tx.insert(responses).values(chunk);
}

/** Writes a wave's responses anew in random order: no transaction or place tells when one came. */
export async function rewriteResponses(
  tx: Transaction,
  { organisationId, waveId }: OfWave,
): Promise<void> {
  await tx.execute(
    sql`with taken as (
          delete from responses where organisation_id = ${organisationId} and wave_id = ${waveId}
          returning *)
        insert into responses select * from taken order by gen_random_uuid()`,
  );
}

/** Writes a wave's invitations anew in random order, in the transaction at hand. */
export async function rewriteInvitations(
  tx: Transaction,
  { organisationId, waveId }: OfWave,
): Promise<void> {
  await tx.execute(sql`select attune.rewrite_invitations(${organisationId}, ${waveId})`);
}

/** Writes the waiting rows and their used ballots anew, each in the order given. */
export async function rewriteWaiting(
  tx: Transaction,
  { waiting, used }: { waiting: readonly InboxRow[]; used: readonly InboxRow[] },
): Promise<void> {
  const organisationId = waiting[0]?.organisationId;
  if (organisationId === undefined) return;
  const hashes = waiting.map(({ ballotHash }) => ballotHash);
  await removeFromInbox(tx, organisationId, hashes);
  for (const chunk of chunks(waiting)) await tx.insert(inbox).values(chunk);
  for (const chunk of chunks(hashes)) {
    await tx
      .delete(usedBallots)
      .where(
        and(eq(usedBallots.organisationId, organisationId), inArray(usedBallots.ballotHash, chunk)),
      );
  }
  for (const chunk of chunks(used)) {
    await tx.insert(usedBallots).values(
      chunk.map(({ organisationId, studyId, waveId, ballotHash }) => ({
        organisationId,
        studyId,
        waveId,
        ballotHash,
      })),
    );
  }
}

/** Takes every receipt of a wave out of the queue. */
export async function takeReceipts(tx: Transaction, { organisationId, waveId }: OfWave) {
  return tx
    .delete(completionReceipts)
    .where(
      and(
        eq(completionReceipts.organisationId, organisationId),
        eq(completionReceipts.waveId, waveId),
      ),
    )
    .returning({ invitationId: completionReceipts.invitationId });
}

export async function insertReceipts(
  tx: Transaction,
  { organisationId, waveId }: OfWave,
  invitationIds: readonly string[],
): Promise<void> {
  for (const chunk of chunks(invitationIds)) {
    await tx
      .insert(completionReceipts)
      .values(chunk.map((invitationId) => ({ organisationId, waveId, invitationId })));
  }
}

export async function completeInvitations(
  tx: Transaction,
  organisationId: string,
  invitationIds: readonly string[],
): Promise<void> {
  for (const chunk of chunks(invitationIds)) {
    await tx
      .update(invitations)
      .set({ completed: true })
      .where(and(eq(invitations.organisationId, organisationId), inArray(invitations.id, chunk)));
  }
}

/** What deciding about a batch needs to know of a wave. */
export async function findBatchRules(tx: Transaction, { organisationId, waveId }: OfWave) {
  const [rules] = await queryRows<{
    minimumCellSize: number;
    covariates: string[];
    isClosed: boolean;
    origin: 'real' | 'synthetic';
    versionId: string;
    contentHash: string;
  }>(
    tx,
    sql`select s.minimum_cell_size as "minimumCellSize", s.covariates,
          (s.state = 'closed' or w.state = 'closed') as "isClosed", o.origin,
          v.id as "versionId", v.content_hash as "contentHash"
        from waves w
        join studies s on s.organisation_id = w.organisation_id and s.id = w.study_id
        join organisations o on o.id = w.organisation_id
        join instrument_versions v
          on v.organisation_id = s.organisation_id and v.id = s.instrument_version_id
        where w.organisation_id = ${organisationId} and w.id = ${waveId}`,
  );
  return rules;
}
