import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { panelReportContributions, panelReports } from '../schema/panel-report.ts';
import { panelPrompts, panelRounds, type PromptAbout } from '../schema/panel-round.ts';
import { quotes } from '../schema/quote.ts';

type OfPanel = { organisationId: string; panelId: string };

export type JobContribution = {
  id: string;
  promptId: string;
  memberId: string;
  language: string;
  text: string;
  value: number | null;
  /** Null: the author does not agree to be quoted. */
  quoteConsentId: string | null;
};

type OfJob = OfPanel & { promptIds: readonly string[] };

const saidTo = ({
  organisationId,
  panelId,
  promptIds,
}: OfJob) => sql`select c.id, c.prompt_id as "promptId", c.member_id as "memberId", c.language, c.text,
          c.value, (select k.id from panel_consents k
            where k.organisation_id = c.organisation_id and k.member_id = c.member_id
              and k.purpose = 'quote' and k.granted
              and not exists (select 1 from panel_consents later
                where later.organisation_id = k.organisation_id
                  and later.member_id = k.member_id and later.purpose = 'quote'
                  and later.number > k.number)) as "quoteConsentId"
        from contributions c
        where c.organisation_id = ${organisationId} and c.panel_id = ${panelId}
          and c.state = 'accepted'
          and c.prompt_id = any(${sql.param([...promptIds])}::uuid[])
        order by c.sent_on, c.id`;

/** What was said to the prompts of a job and accepted. */
export async function listJobContributions(
  tx: Transaction,
  params: OfJob,
): Promise<JobContribution[]> {
  return queryRows<JobContribution>(tx, saidTo(params));
}

/** Held until the transaction ends: nobody takes theirs back while a report is built on it. */
export async function shareJobContributions(
  tx: Transaction,
  params: OfJob,
): Promise<JobContribution[]> {
  return queryRows<JobContribution>(tx, sql`${saidTo(params)} for share of c`);
}

/** Prompts of rounds that are a job, the newest round first. */
export async function listJobPrompts(tx: Transaction, { organisationId, panelId }: OfPanel) {
  return tx
    .select({
      id: panelPrompts.id,
      kind: panelPrompts.kind,
      text: panelPrompts.text,
      about: sql<PromptAbout>`${panelPrompts.about}`,
      position: panelPrompts.position,
      roundId: panelRounds.id,
      roundNumber: panelRounds.number,
      roundState: panelRounds.state,
      closedOn: panelRounds.closedOn,
    })
    .from(panelPrompts)
    .innerJoin(
      panelRounds,
      and(
        eq(panelRounds.organisationId, panelPrompts.organisationId),
        eq(panelRounds.id, panelPrompts.roundId),
      ),
    )
    .where(
      and(
        eq(panelPrompts.organisationId, organisationId),
        eq(panelPrompts.panelId, panelId),
        isNotNull(panelPrompts.about),
      ),
    )
    .orderBy(desc(panelRounds.number), panelPrompts.position);
}

const reportColumns = {
  id: panelReports.id,
  panelId: panelReports.panelId,
  promptId: panelReports.promptId,
  number: panelReports.number,
  content: panelReports.content,
  publishedOn: panelReports.publishedOn,
  supersededOn: panelReports.supersededOn,
};

/** Results of jobs, newest first. */
export async function listJobReports(
  tx: Transaction,
  { organisationId, panelId }: { organisationId: string; panelId?: string },
) {
  return tx
    .select(reportColumns)
    .from(panelReports)
    .where(
      and(
        eq(panelReports.organisationId, organisationId),
        eq(panelReports.kind, 'job'),
        panelId === undefined ? undefined : eq(panelReports.panelId, panelId),
      ),
    )
    .orderBy(desc(panelReports.publishedOn), desc(panelReports.number));
}

export async function findJobReport(
  tx: Transaction,
  { organisationId, panelId, reportId }: OfPanel & { reportId: string },
) {
  const [report] = await tx
    .select(reportColumns)
    .from(panelReports)
    .where(
      and(
        eq(panelReports.organisationId, organisationId),
        eq(panelReports.panelId, panelId),
        eq(panelReports.kind, 'job'),
        eq(panelReports.id, reportId),
      ),
    );
  return report;
}

/** Numbered after the panel's other reports; the panel is held by the caller. */
export async function insertJobReport(
  tx: Transaction,
  report: OfPanel & {
    reportId: string;
    promptId: string;
    content: object;
    contentHash: string;
    publishedOn: string;
    publishedBy: string;
    contributionIds: readonly string[];
  },
): Promise<void> {
  const { reportId, contributionIds, ...row } = report;
  const { organisationId, panelId } = row;
  await tx.insert(panelReports).values({
    ...{ ...row, id: reportId, kind: 'job' },
    number: sql`(select coalesce(max(r.number), 0) + 1 from panel_reports r
      where r.organisation_id = ${organisationId} and r.panel_id = ${panelId})`,
  });
  await tx.insert(panelReportContributions).values(
    contributionIds.map((contributionId) => ({
      ...{ organisationId, panelId, reportId, contributionId },
    })),
  );
}

/** A newer result of the same job takes the place of the one before. */
export async function supersedeJobReports(
  tx: Transaction,
  { organisationId, panelId, promptId, on }: OfPanel & { promptId: string; on: string },
): Promise<void> {
  await tx
    .update(panelReports)
    .set({ supersededOn: on })
    .where(
      and(
        eq(panelReports.organisationId, organisationId),
        eq(panelReports.panelId, panelId),
        eq(panelReports.promptId, promptId),
        isNull(panelReports.supersededOn),
      ),
    );
}

/** Which of these results no longer stand; for the system, as dossiers are read by more than panels. */
export async function listSupersededReports(
  tx: Transaction,
  { organisationId, reportIds }: { organisationId: string; reportIds: readonly string[] },
): Promise<string[]> {
  if (reportIds.length === 0) return [];
  const rows = await tx
    .select({ id: panelReports.id })
    .from(panelReports)
    .where(
      and(
        eq(panelReports.organisationId, organisationId),
        inArray(panelReports.id, [...reportIds]),
        isNotNull(panelReports.supersededOn),
      ),
    );
  return rows.map(({ id }) => id);
}

/** The whole of a contribution as a quote; the same words are one quote. */
export async function quoteWhole(
  tx: Transaction,
  { organisationId, panelId }: OfPanel,
  { id, memberId, text, quoteConsentId }: JobContribution,
): Promise<string | undefined> {
  if (quoteConsentId === null || text === '') return undefined;
  const span = { organisationId, contributionId: id, start: 0, end: text.length };
  await tx
    .insert(quotes)
    .values({ ...span, panelId, memberId, consentId: quoteConsentId, consentPurpose: 'quote' })
    .onConflictDoNothing();
  const [quote] = await tx
    .select({ id: quotes.id })
    .from(quotes)
    .where(
      and(
        eq(quotes.organisationId, organisationId),
        eq(quotes.contributionId, id),
        eq(quotes.start, 0),
        eq(quotes.end, text.length),
      ),
    );
  return quote?.id;
}

/** The words of quotes whose authors still agree to be quoted. */
export async function listQuotedWords(
  tx: Transaction,
  { organisationId, panelId, quoteIds }: OfPanel & { quoteIds: readonly string[] },
) {
  return queryRows<{ id: string; language: string; words: string }>(
    tx,
    sql`select q.id, c.language, substr(c.text, q.start + 1, q."end" - q.start) as words
        from quotes q
        join contributions c on c.organisation_id = q.organisation_id and c.id = q.contribution_id
        where q.organisation_id = ${organisationId} and q.panel_id = ${panelId}
          and c.state = 'accepted' and q.id = any(${sql.param([...quoteIds])}::uuid[])
          and (select k.granted from panel_consents k
            where k.organisation_id = q.organisation_id and k.member_id = q.member_id
              and k.purpose = 'quote' order by k.number desc limit 1)
        order by c.language, q.id`,
  );
}
