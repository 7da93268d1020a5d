import { and, count, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { contributions } from '../schema/contribution.ts';
import { panelRounds } from '../schema/panel-round.ts';
import { panels } from '../schema/panel.ts';
import { safeguardingConcerns } from '../schema/safeguarding.ts';

type Own = { organisationId: string };

/** Words that nobody has read yet, and read ones that wait for a decision, in panels the actor sees. */
export async function countWaitingContributions(tx: Transaction, params: Own) {
  const rows = await tx
    .select({ state: contributions.state, n: count() })
    .from(contributions)
    .where(eq(contributions.organisationId, params.organisationId))
    .groupBy(contributions.state);
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  return { received: of('received'), redacted: of('redacted') };
}

/** Rejected contributions whose author has appealed and not been answered. */
export async function countOpenAppeals(tx: Transaction, params: Own): Promise<number> {
  return tx.$count(
    contributions,
    and(
      eq(contributions.organisationId, params.organisationId),
      sql`(select e.kind from contribution_events e
           where e.organisation_id = ${contributions.organisationId}
             and e.contribution_id = ${contributions.id}
           order by e.number desc limit 1) = 'appealed'`,
    ),
  );
}

/** The database shows a concern to the person named for it alone. */
export async function countUnseenConcerns(tx: Transaction, params: Own): Promise<number> {
  return tx.$count(
    safeguardingConcerns,
    and(
      eq(safeguardingConcerns.organisationId, params.organisationId),
      isNull(safeguardingConcerns.seenAt),
    ),
  );
}

/** Open rounds whose last day is over. */
export async function countOverdueRounds(
  tx: Transaction,
  params: Own & { today: string },
): Promise<number> {
  return tx.$count(
    panelRounds,
    and(
      eq(panelRounds.organisationId, params.organisationId),
      eq(panelRounds.state, 'open'),
      lt(panelRounds.closesOn, params.today),
    ),
  );
}

export async function countDraftPanels(tx: Transaction, params: Own): Promise<number> {
  return tx.$count(
    panels,
    and(eq(panels.organisationId, params.organisationId), eq(panels.state, 'draft')),
  );
}
