import { and, desc, eq, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import {
  panelNarratives,
  panelReportContributions,
  panelReports,
  type ReportKind,
} from '../schema/panel-report.ts';
import type { OfPanel } from './suggestion.server.ts';

/** Newest first. */
export async function listReports(tx: Transaction, { organisationId, panelId }: OfPanel) {
  return tx
    .select({
      id: panelReports.id,
      kind: panelReports.kind,
      number: panelReports.number,
      publishedOn: panelReports.publishedOn,
      supersededOn: panelReports.supersededOn,
      contentHash: panelReports.contentHash,
    })
    .from(panelReports)
    .where(and(eq(panelReports.organisationId, organisationId), eq(panelReports.panelId, panelId)))
    .orderBy(desc(panelReports.number));
}

export async function findReport(
  tx: Transaction,
  { organisationId, panelId, number }: OfPanel & { number: number },
) {
  const [row] = await tx
    .select({ kind: panelReports.kind, content: panelReports.content })
    .from(panelReports)
    .where(
      and(
        eq(panelReports.organisationId, organisationId),
        eq(panelReports.panelId, panelId),
        eq(panelReports.number, number),
      ),
    );
  return row;
}

type NewReport = OfPanel & {
  kind: ReportKind;
  content: unknown;
  contentHash: string;
  publishedOn: string;
  publishedBy: string;
};

/** The panel is held by the caller, so that numbers follow each other. */
export async function insertReport(
  tx: Transaction,
  report: NewReport,
  contributionIds: readonly string[],
): Promise<number> {
  const { organisationId, panelId } = report;
  const [row] = await queryRows<{ next: number }>(
    tx,
    sql`select (coalesce(max(number), 0) + 1)::int as next from panel_reports
        where organisation_id = ${organisationId} and panel_id = ${panelId}`,
  );
  const number = row?.next ?? 1;
  const [inserted] = await tx
    .insert(panelReports)
    .values({ ...report, number })
    .returning({ id: panelReports.id });
  if (!inserted) throw new Error('an inserted report was not returned');
  if (contributionIds.length > 0) {
    await tx.insert(panelReportContributions).values(
      contributionIds.map((contributionId) => ({
        ...{ organisationId, panelId, contributionId, reportId: inserted.id },
      })),
    );
  }
  return number;
}

/** What suggestions stand on, held until the end: a withdrawal waits, and then finds the report. */
export async function shareStandingContributions(
  tx: Transaction,
  { organisationId, panelId }: OfPanel,
): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    tx,
    sql`select c.id from contributions c
        where c.organisation_id = ${organisationId} and c.panel_id = ${panelId}
          and c.state = 'accepted' and exists (select 1 from suggestion_contributions l
            where l.organisation_id = c.organisation_id and l.contribution_id = c.id)
        order by c.id for share`,
  );
  return rows.map(({ id }) => id);
}

export async function listNarratives(tx: Transaction, { organisationId, panelId }: OfPanel) {
  return tx
    .select({
      item: panelNarratives.item,
      text: panelNarratives.text,
      revision: panelNarratives.revision,
    })
    .from(panelNarratives)
    .where(
      and(eq(panelNarratives.organisationId, organisationId), eq(panelNarratives.panelId, panelId)),
    );
}

type Narrative = OfPanel & { item: string; text: string; writtenBy: string };

/** `revision` 0: nobody has written yet. Of two who have read the same one, the second changes nothing. */
export async function saveNarrativeRow(
  tx: Transaction,
  { revision, ...narrative }: Narrative & { revision: number },
): Promise<boolean> {
  if (revision === 0) {
    const added = await tx
      .insert(panelNarratives)
      .values(narrative)
      .onConflictDoNothing()
      .returning({ item: panelNarratives.item });
    return added.length > 0;
  }
  const { organisationId, panelId, item, text, writtenBy } = narrative;
  const changed = await tx
    .update(panelNarratives)
    .set({ text, writtenBy, revision: revision + 1 })
    .where(
      and(
        eq(panelNarratives.organisationId, organisationId),
        eq(panelNarratives.panelId, panelId),
        eq(panelNarratives.item, item),
        eq(panelNarratives.revision, revision),
      ),
    )
    .returning({ item: panelNarratives.item });
  return changed.length > 0;
}

/** What belongs to a narrative that was saved in the same transaction. */
export async function putNarrativeRow(tx: Transaction, narrative: Narrative): Promise<void> {
  const { text, writtenBy } = narrative;
  await tx
    .insert(panelNarratives)
    .values(narrative)
    .onConflictDoUpdate({
      target: [panelNarratives.organisationId, panelNarratives.panelId, panelNarratives.item],
      set: { text, writtenBy },
    });
}
