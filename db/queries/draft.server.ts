import { and, eq, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { deletionRecords } from '../schema/audit.ts';
import { drafts, type DraftContent, type DraftOnly } from '../schema/answering.ts';
import { waves } from '../schema/study.ts';
import { statement } from '../statement.server.ts';

type OfBallot = { organisationId: string; ballotHash: string };

const ofBallot = ({ organisationId, ballotHash }: OfBallot) =>
  and(eq(drafts.organisationId, organisationId), eq(drafts.ballotHash, ballotHash));

/** Returns false when this ballot has a draft already, which then stays as it is. */
export async function insertDraft(
  tx: Transaction,
  draft: OfBallot & { studyId: string; waveId: string; content: DraftContent; day: string },
): Promise<boolean> {
  const { day, ...row } = draft;
  const inserted = await tx
    .insert(drafts)
    .values({ ...row, startedOn: day, savedOn: day })
    .onConflictDoNothing()
    .returning({ ballotHash: drafts.ballotHash });
  return inserted.length === 1;
}

type Linking = { linkHash: string; linkingSeal: string };

const merge = statement<{ content: DraftContent & DraftOnly }>(sql`
  update ${drafts}
  set content = content || ${sql.placeholder('rest')}::jsonb
      || case when content ->> 'linkHash' is null then ${sql.placeholder('linking')}::jsonb else '{}' end
      || jsonb_build_object('answers', (content -> 'answers') || ${sql.placeholder('answers')}::jsonb)
      || case when ${sql.placeholder('words')}::jsonb = '{}' then '{}' else jsonb_build_object(
        'words', coalesce(content -> 'words', '{}') || ${sql.placeholder('words')}::jsonb) end,
    saves = saves + 1, saved_on = ${sql.placeholder('day')}
  where organisation_id = ${sql.placeholder('organisationId')}
    and ballot_hash = ${sql.placeholder('ballotHash')} and saves < ${sql.placeholder('maximumSaves')}
  returning content`);

/**
 * Merges into the draft in one statement: what another tab saved meanwhile stays, and `linkingIfNone`
 * is taken only where nothing links yet. Returns the merged content, or nothing when the draft is gone
 * or was saved `maximumSaves` times.
 */
export async function mergeIntoDraft(
  tx: Transaction,
  params: OfBallot & {
    content: Partial<DraftContent & DraftOnly>;
    linkingIfNone?: Linking | null;
    day: string;
    maximumSaves: number;
  },
): Promise<(DraftContent & DraftOnly) | undefined> {
  const { content, linkingIfNone, ...values } = params;
  const { answers = {}, words = {}, ...rest } = content;
  const [saved] = await merge(tx, {
    ...values,
    rest: JSON.stringify(rest),
    linking: JSON.stringify(linkingIfNone ?? {}),
    answers: JSON.stringify(answers),
    words: JSON.stringify(words),
  });
  return saved?.content;
}

/** Takes the draft away and returns what of it goes on: the answers, and apart from them the words. */
export async function takeDraft(tx: Transaction, ballot: OfBallot) {
  const [taken] = await tx
    .delete(drafts)
    .where(ofBallot(ballot))
    .returning({
      waveId: drafts.waveId,
      content: sql<DraftContent>`${drafts.content} - 'linkingSeal' - 'words'`.mapWith(
        drafts.content,
      ),
      words: sql`${drafts.content} -> 'words'`.mapWith(drafts.content),
    });
  return taken && { ...taken, words: taken.words as unknown as DraftOnly['words'] | null };
}

export type PurgedDrafts = {
  organisationId: string;
  studyId: string;
  waveId: string;
  rows: number;
};

/** Deletes drafts that were not touched for their study's retention; says how many per wave. */
export async function deleteAbandonedDrafts(
  tx: Transaction,
  { today }: { today: string },
): Promise<PurgedDrafts[]> {
  return queryRows<PurgedDrafts>(
    tx,
    sql`with gone as (
          delete from drafts d using studies s
          where s.organisation_id = d.organisation_id and s.id = d.study_id
            and d.saved_on < ${today}::date - s.draft_retention_days
          returning d.organisation_id, d.study_id, d.wave_id)
        select organisation_id as "organisationId", study_id as "studyId", wave_id as "waveId",
          count(*)::int as rows
        from gone group by 1, 2, 3`,
  );
}

export async function recordAbandonedDrafts(
  tx: Transaction,
  { organisationId, studyId, waveId, rows, today }: PurgedDrafts & { today: string },
): Promise<void> {
  await tx
    .update(waves)
    .set({ abandoned: sql`${waves.abandoned} + ${rows}` })
    .where(and(eq(waves.organisationId, organisationId), eq(waves.id, waveId)));
  await tx.insert(deletionRecords).values({
    organisationId,
    studyId,
    kind: 'abandoned-drafts',
    rows,
    rule: 'draft-retention',
    deletedOn: today,
  });
}
