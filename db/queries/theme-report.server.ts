import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { chunks } from '../chunks.ts';
import { queryRows, type Transaction } from '../database.ts';
import { panelReportContributions, panelReports } from '../schema/panel-report.ts';
import { checkedTranslations, type CheckedTranslation } from './checked-translations.ts';
import { quoteConsent } from './quote-consent.ts';
import type { OfCoding, OfPanel } from './coding.server.ts';

const columns = {
  id: panelReports.id,
  panelId: panelReports.panelId,
  codingId: panelReports.codingId,
  number: panelReports.number,
  content: panelReports.content,
  contentHash: panelReports.contentHash,
  publishedOn: panelReports.publishedOn,
  publishedBy: panelReports.publishedBy,
  supersededOn: panelReports.supersededOn,
};

/** Theme reports of a panel, newest first. */
export async function listThemeReports(tx: Transaction, { organisationId, panelId }: OfPanel) {
  return tx
    .select(columns)
    .from(panelReports)
    .where(
      and(
        eq(panelReports.organisationId, organisationId),
        eq(panelReports.panelId, panelId),
        eq(panelReports.kind, 'themes'),
      ),
    )
    .orderBy(desc(panelReports.number));
}

/** A newer report of the same coding takes the place of the one before. */
export async function supersedeThemeReports(
  tx: Transaction,
  { organisationId, panelId, codingId, on }: OfCoding & { on: string },
): Promise<void> {
  await tx
    .update(panelReports)
    .set({ supersededOn: on })
    .where(
      and(
        eq(panelReports.organisationId, organisationId),
        eq(panelReports.panelId, panelId),
        eq(panelReports.codingId, codingId),
        isNull(panelReports.supersededOn),
      ),
    );
}

/** Numbered after the panel's other reports; the panel is held by the caller. */
export async function insertThemeReport(
  tx: Transaction,
  report: OfCoding & {
    reportId: string;
    content: object;
    contentHash: string;
    publishedOn: string;
    publishedBy: string;
    contributionIds: readonly string[];
  },
): Promise<number> {
  const { reportId, contributionIds, ...row } = report;
  const { organisationId, panelId } = row;
  const [inserted] = await tx
    .insert(panelReports)
    .values({
      ...{ ...row, id: reportId, kind: 'themes' },
      number: sql`(select coalesce(max(r.number), 0) + 1 from panel_reports r
        where r.organisation_id = ${organisationId} and r.panel_id = ${panelId})`,
    })
    .returning({ number: panelReports.number });
  if (!inserted) throw new Error('an inserted report was not returned');
  for (const chunk of chunks(contributionIds)) {
    await tx.insert(panelReportContributions).values(
      chunk.map((contributionId) => ({
        ...{ organisationId, panelId, reportId, contributionId },
      })),
    );
  }
  return inserted.number;
}

type QuoteSpan = {
  id: string;
  language: string;
  text: string;
  start: number;
  end: number;
  /** Of the whole text. */
  translations: CheckedTranslation[];
};

/** Quotes whose authors still agree to be quoted, with the whole text each is a part of. */
export async function listQuoteSpans(
  tx: Transaction,
  { organisationId, panelId, quoteIds }: OfPanel & { quoteIds: readonly string[] },
): Promise<QuoteSpan[]> {
  if (quoteIds.length === 0) return [];
  return queryRows<QuoteSpan>(
    tx,
    sql`select q.id, c.language, c.text, q.start, q."end",
          ${checkedTranslations} as translations
        from quotes q
        join contributions c on c.organisation_id = q.organisation_id and c.id = q.contribution_id
        where q.organisation_id = ${organisationId} and q.panel_id = ${panelId}
          and c.state = 'accepted' and q.id = any(${sql.param([...quoteIds])}::uuid[])
          and ${quoteConsent} is not null`,
  );
}

/** Checked translations of texts, by text. */
export async function listTranslationsOf(
  tx: Transaction,
  { organisationId, panelId, contributionIds }: OfPanel & { contributionIds: readonly string[] },
): Promise<Map<string, CheckedTranslation[]>> {
  const rows = await queryRows<{ id: string; translations: CheckedTranslation[] }>(
    tx,
    sql`select c.id, ${checkedTranslations} as translations from contributions c
        where c.organisation_id = ${organisationId} and c.panel_id = ${panelId}
          and c.id = any(${sql.param([...contributionIds])}::uuid[])`,
  );
  return new Map(rows.map(({ id, translations }) => [id, translations]));
}
