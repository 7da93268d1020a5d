import { and, eq, lt, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { importDrafts, responseImports } from '../schema/response.ts';

type OfDraft = { organisationId: string; id: string };

const ofDraft = ({ organisationId, id }: OfDraft) =>
  and(eq(importDrafts.organisationId, organisationId), eq(importDrafts.id, id));

export async function insertImportDraft(
  tx: Transaction,
  values: typeof importDrafts.$inferInsert,
): Promise<string> {
  const [row] = await tx.insert(importDrafts).values(values).returning({ id: importDrafts.id });
  if (!row) throw new Error('the draft was inserted in this statement');
  return row.id;
}

export async function findImportDraft(tx: Transaction, params: OfDraft & { studyId: string }) {
  const [row] = await tx
    .select({
      id: importDrafts.id,
      studyId: importDrafts.studyId,
      fileName: importDrafts.fileName,
      fileHash: importDrafts.fileHash,
      content: importDrafts.content,
      mapping: importDrafts.mapping,
    })
    .from(importDrafts)
    .where(and(ofDraft(params), eq(importDrafts.studyId, params.studyId)));
  return row;
}

export async function updateImportMapping(tx: Transaction, params: OfDraft & { mapping: unknown }) {
  await tx.update(importDrafts).set({ mapping: params.mapping }).where(ofDraft(params));
}

/** False when it was gone already: somebody confirmed or discarded it first. */
export async function deleteImportDraft(tx: Transaction, params: OfDraft): Promise<boolean> {
  const rows = await tx
    .delete(importDrafts)
    .where(ofDraft(params))
    .returning({ id: importDrafts.id });
  return rows.length > 0;
}

export async function deleteOldImportDrafts(tx: Transaction, params: { before: Date }) {
  await tx.delete(importDrafts).where(lt(importDrafts.createdAt, params.before));
}

export async function findImportOfFile(
  tx: Transaction,
  params: { organisationId: string; studyId: string; fileHash: string },
) {
  const [row] = await tx
    .select({ rows: responseImports.rows, createdAt: responseImports.createdAt })
    .from(responseImports)
    .where(
      and(
        eq(responseImports.organisationId, params.organisationId),
        eq(responseImports.studyId, params.studyId),
        eq(responseImports.fileHash, params.fileHash),
      ),
    );
  return row;
}

/** Undefined when the same file was imported into the study before. */
export async function insertImport(
  tx: Transaction,
  values: typeof responseImports.$inferInsert,
): Promise<string | undefined> {
  const [row] = await tx
    .insert(responseImports)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: responseImports.id });
  return row?.id;
}

export type ImportedResponse = {
  id: string;
  waveId: string;
  siteId: string;
  language: string;
  day: string;
  answers: string;
  itemCodes: readonly number[];
  covariates: string;
};

const rowsAStatement = 2_000;

/** COPY FROM is refused under row-level security; arrays are as few round trips. */
export async function insertImportedResponses(
  tx: Transaction,
  params: {
    organisationId: string;
    studyId: string;
    importId: string;
    scoringRecipeVersion: string;
    rows: readonly ImportedResponse[];
  },
): Promise<void> {
  const { organisationId, studyId, importId, scoringRecipeVersion, rows } = params;
  for (let start = 0; start < rows.length; start += rowsAStatement) {
    const part = rows.slice(start, start + rowsAStatement);
    const list = (pick: (row: ImportedResponse) => string) =>
      sql`(select jsonb_array_elements_text(${JSON.stringify(part.map(pick))}::jsonb))`;
    const array = (pick: (row: ImportedResponse) => string) => sql`array${list(pick)}`;
    await tx.execute(sql`
      insert into responses (organisation_id, study_id, id, wave_id, site_id, language, register,
        completion_mode, origin, day, answers, item_codes, covariates, scoring_recipe_version,
        import_id)
      select ${organisationId}::uuid, ${studyId}::uuid, id::uuid, wave_id::uuid, site_id::uuid,
        language, 'standard', 'self', 'imported', day::date, answers::jsonb, item_codes::smallint[],
        covariates::jsonb, ${scoringRecipeVersion}, ${importId}::uuid
      from unnest(
        ${array(({ id }) => id)}, ${array(({ waveId }) => waveId)},
        ${array(({ siteId }) => siteId)}, ${array(({ language }) => language)},
        ${array(({ day }) => day)}, ${array(({ answers }) => answers)},
        ${array(({ itemCodes }) => `{${itemCodes.join(',')}}`)},
        ${array(({ covariates }) => covariates)}
      ) as row (id, wave_id, site_id, language, day, answers, item_codes, covariates)`);
  }
}
