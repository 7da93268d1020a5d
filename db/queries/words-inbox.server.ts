import { and, eq, inArray, sql } from 'drizzle-orm';
import { chunks } from '../chunks.ts';
import { queryRows, type Transaction } from '../database.ts';
import { wordsInbox } from '../schema/answering.ts';
import type { LocalText } from '#surveys/model/languages.ts';

type OfWave = { organisationId: string; waveId: string };
export type WaitingWords = typeof wordsInbox.$inferSelect;

export async function insertWords(tx: Transaction, rows: readonly WaitingWords[]): Promise<void> {
  if (rows.length > 0) await tx.insert(wordsInbox).values([...rows]);
}

/** False: no words of this ballot wait. */
export async function deleteWords(
  tx: Transaction,
  { organisationId, ballotHash }: { organisationId: string; ballotHash: string },
): Promise<boolean> {
  const deleted = await tx
    .delete(wordsInbox)
    .where(
      and(eq(wordsInbox.organisationId, organisationId), eq(wordsInbox.ballotHash, ballotHash)),
    )
    .returning({ itemId: wordsInbox.itemId });
  return deleted.length > 0;
}

/** Waves whose words wait, or that are over while a round of theirs is not. */
export async function listWordsWaves(tx: Transaction): Promise<OfWave[]> {
  return queryRows<OfWave>(
    tx,
    sql`select organisation_id as "organisationId", wave_id as "waveId" from words_inbox
        union
        select r.organisation_id, r.survey_wave_id from panel_rounds r
          join waves w on w.organisation_id = r.organisation_id and w.id = r.survey_wave_id
          join studies s on s.organisation_id = w.organisation_id and s.id = w.study_id
          where r.source = 'survey' and r.state = 'open'
            and (s.state = 'closed' or w.state = 'closed')`,
  );
}

/** What waits in a wave, held until the transaction ends. */
export async function holdWords(
  tx: Transaction,
  { organisationId, waveId }: OfWave,
): Promise<WaitingWords[]> {
  return tx
    .select()
    .from(wordsInbox)
    .where(and(eq(wordsInbox.organisationId, organisationId), eq(wordsInbox.waveId, waveId)))
    .for('update');
}

export async function removeWaitingWords(
  tx: Transaction,
  rows: readonly Pick<WaitingWords, 'organisationId' | 'ballotHash' | 'itemId'>[],
): Promise<void> {
  for (const chunk of chunks(rows)) {
    const [first] = chunk;
    if (!first) return;
    await tx.delete(wordsInbox).where(
      and(
        eq(wordsInbox.organisationId, first.organisationId),
        eq(wordsInbox.itemId, first.itemId),
        inArray(
          wordsInbox.ballotHash,
          chunk.map(({ ballotHash }) => ballotHash),
        ),
      ),
    );
  }
}

/** Writes the waiting words of a wave anew in random order, unless they lie shuffled together already. */
export async function rewriteWords(
  tx: Transaction,
  { organisationId, waveId }: OfWave,
): Promise<void> {
  await tx.execute(
    sql`with taken as (
          delete from words_inbox where organisation_id = ${organisationId} and wave_id = ${waveId}
            and (select count(distinct k.xmin::text) from words_inbox k
              where k.organisation_id = ${organisationId} and k.wave_id = ${waveId}) > 1
          returning *)
        insert into words_inbox select * from taken order by gen_random_uuid()`,
  );
}

/** What deciding about the words of a wave needs to know. */
export async function findWordsRules(tx: Transaction, { organisationId, waveId }: OfWave) {
  const [rules] = await queryRows<{
    minimumCellSize: number;
    isClosed: boolean;
    versionId: string;
    contentHash: string;
    panelId: string | null;
    title: LocalText;
    wave: string;
    opensOn: string | null;
  }>(
    tx,
    sql`select s.minimum_cell_size as "minimumCellSize", s.title, s.words_panel_id as "panelId",
          (s.state = 'closed' or w.state = 'closed') as "isClosed", w.name as wave,
          w.opens_on::text as "opensOn", v.id as "versionId", v.content_hash as "contentHash"
        from waves w
        join studies s on s.organisation_id = w.organisation_id and s.id = w.study_id
        join instrument_versions v
          on v.organisation_id = s.organisation_id and v.id = s.instrument_version_id
        where w.organisation_id = ${organisationId} and w.id = ${waveId}`,
  );
  return rules;
}
