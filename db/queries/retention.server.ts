import { and, asc, desc, eq, isNull, isNotNull, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { deletionRecords } from '../schema/audit.ts';
import { organisations } from '../schema/organisation.ts';
import { studies } from '../schema/study.ts';
import type { OfStudy } from './study.server.ts';

const day = (column: typeof studies.closedAt) =>
  sql<string | null>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD')`;

const columns = {
  organisationId: studies.organisationId,
  id: studies.id,
  title: studies.title,
  state: studies.state,
  closedOn: day(studies.closedAt),
  months: studies.retentionMonths,
  hold: studies.retentionHold,
  firstWarningOn: studies.retentionFirstWarningOn,
  lastWarningOn: studies.retentionLastWarningOn,
  // Spelled out: in a query of one table the builder leaves the table's name out of a column.
  deletedOn: sql<string | null>`(select max(d.deleted_on)::text from deletion_records d
    where d.organisation_id = studies.organisation_id and d.study_id = studies.id
      and d.kind = 'responses')`,
  responses: sql<number>`(select count(*)::int from responses r
    where r.organisation_id = studies.organisation_id and r.study_id = studies.id)`,
};

export type RetainedStudy = Awaited<ReturnType<typeof listRetention>>[number];

export async function listRetention(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select(columns)
    .from(studies)
    .where(eq(studies.organisationId, params.organisationId))
    .orderBy(sql`${studies.closedAt} asc nulls last`, asc(studies.createdAt));
}

const isStudy = (params: OfStudy) =>
  and(eq(studies.organisationId, params.organisationId), eq(studies.id, params.studyId));

export async function getRetention(tx: Transaction, params: OfStudy) {
  const [row] = await tx.select(columns).from(studies).where(isStudy(params));
  return row;
}

const unwarned = { retentionFirstWarningOn: null, retentionLastWarningOn: null };

export async function setRetentionMonths(tx: Transaction, params: OfStudy & { months: number }) {
  const [row] = await tx
    .update(studies)
    .set({ retentionMonths: params.months, ...unwarned })
    .where(isStudy(params))
    .returning({ id: studies.id });
  return row;
}

/** Conditional: nothing is returned when the study is held (or free) already. */
export async function setRetentionHold(tx: Transaction, params: OfStudy & { hold: string | null }) {
  const { hold } = params;
  const [row] = await tx
    .update(studies)
    .set({ retentionHold: hold, ...unwarned })
    .where(
      and(
        isStudy(params),
        hold === null ? isNotNull(studies.retentionHold) : isNull(studies.retentionHold),
      ),
    )
    .returning({ id: studies.id });
  return row;
}

/** Closed studies of every organisation that are not on hold and not yet deleted. */
export async function listClosedStudies(tx: Transaction) {
  const rows = await tx
    .select({ ...columns, language: organisations.language })
    .from(studies)
    .innerJoin(organisations, eq(organisations.id, studies.organisationId))
    .where(and(eq(studies.state, 'closed'), isNull(studies.retentionHold)));
  return rows.filter((row) => row.deletedOn === null);
}

/** Conditional: a second process that warns at the same time gets nothing. */
export async function markWarned(
  tx: Transaction,
  params: OfStudy & { warning: 'first' | 'last'; on: string },
) {
  const column =
    params.warning === 'first' ? studies.retentionFirstWarningOn : studies.retentionLastWarningOn;
  const [row] = await tx
    .update(studies)
    .set(
      params.warning === 'first'
        ? { retentionFirstWarningOn: params.on }
        : { retentionLastWarningOn: params.on },
    )
    .where(and(isStudy(params), isNull(column), isNull(studies.retentionHold)))
    .returning({ id: studies.id });
  return row;
}

async function deleteCounted(tx: Transaction, table: string, { organisationId, studyId }: OfStudy) {
  const [row] = await queryRows<{ n: number }>(
    tx,
    sql`with gone as (
          delete from ${sql.identifier(table)}
          where organisation_id = ${organisationId} and study_id = ${studyId} returning 1
        ) select count(*)::int as n from gone`,
  );
  return row?.n ?? 0;
}

/** Everything anybody said in the study or was asked for it; the study itself and its results stay. */
export async function deleteStudyData(tx: Transaction, params: OfStudy) {
  const { organisationId, studyId } = params;
  for (const table of ['drafts', 'inbox', 'words_inbox', 'used_ballots', 'import_drafts'])
    await deleteCounted(tx, table, params);
  await tx.execute(
    sql`delete from completion_receipts where organisation_id = ${organisationId}
        and invitation_id in (select id from invitations
          where organisation_id = ${organisationId} and study_id = ${studyId})`,
  );
  return {
    responses: await deleteCounted(tx, 'responses', params),
    // Keys of pseudonyms go with the invitations they lead to.
    invitations: await deleteCounted(tx, 'invitations', params),
  };
}

export async function insertDeletionRecord(
  tx: Transaction,
  record: typeof deletionRecords.$inferInsert,
) {
  await tx.insert(deletionRecords).values(record);
}

export async function listDeletionRecords(tx: Transaction, params: OfStudy) {
  return tx
    .select({
      id: deletionRecords.id,
      kind: deletionRecords.kind,
      rows: deletionRecords.rows,
      deletedOn: deletionRecords.deletedOn,
    })
    .from(deletionRecords)
    .where(
      and(
        eq(deletionRecords.organisationId, params.organisationId),
        eq(deletionRecords.studyId, params.studyId),
      ),
    )
    .orderBy(desc(deletionRecords.deletedOn));
}
