import { and, asc, eq, sql } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import type { Transaction } from '../database.ts';
import { codes, themes } from '../schema/coding.ts';
import type { OfCoding } from './coding.server.ts';

const ofCoding = ({ organisationId, panelId, codingId }: OfCoding) =>
  and(
    eq(themes.organisationId, organisationId),
    eq(themes.panelId, panelId),
    eq(themes.codingId, codingId),
  );

export async function listThemes(tx: Transaction, params: OfCoding) {
  return tx
    .select({
      id: themes.id,
      position: themes.position,
      title: themes.title,
      summary: themes.summary,
      revision: themes.revision,
    })
    .from(themes)
    .where(ofCoding(params))
    .orderBy(asc(themes.position));
}

export type Theme = Awaited<ReturnType<typeof listThemes>>[number];

type Words = { title: LocalText; summary: LocalText };

/** After those there are; the panel is held by the caller. */
export async function insertTheme(tx: Transaction, theme: OfCoding & Words): Promise<string> {
  const [row] = await tx
    .insert(themes)
    .values({
      ...theme,
      position: sql`(select coalesce(max(t.position), 0) + 1 from themes t
        where t.organisation_id = ${theme.organisationId} and t.coding_id = ${theme.codingId})`,
    })
    .returning({ id: themes.id });
  if (!row) throw new Error('an inserted theme was not returned');
  return row.id;
}

/** False where somebody else has saved it since it was read. */
export async function updateTheme(
  tx: Transaction,
  {
    themeId,
    revision,
    title,
    summary,
    ...params
  }: OfCoding & Words & { themeId: string; revision: number },
): Promise<boolean> {
  const rows = await tx
    .update(themes)
    .set({ title, summary, revision: sql`${themes.revision} + 1` })
    .where(and(ofCoding(params), eq(themes.id, themeId), eq(themes.revision, revision)))
    .returning({ id: themes.id });
  return rows.length > 0;
}

/** A theme that no code belongs to goes; false where one does. */
export async function deleteTheme(
  tx: Transaction,
  { themeId, ...params }: OfCoding & { themeId: string },
): Promise<boolean> {
  const used = await tx.$count(
    codes,
    and(eq(codes.organisationId, params.organisationId), eq(codes.themeId, themeId)),
  );
  if (used > 0) return false;
  await tx.delete(themes).where(and(ofCoding(params), eq(themes.id, themeId)));
  return true;
}
