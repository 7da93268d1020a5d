import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import {
  contributionEvents,
  contributions,
  type ContributionEventKind,
  type ContributionState,
  type ModerationReason,
} from '../schema/contribution.ts';
import { panelMembers } from '../schema/panel-member.ts';
import { panelPrompts, panelRounds } from '../schema/panel-round.ts';

type OfPanel = { organisationId: string; panelId: string };
export type OfContribution = OfPanel & { contributionId: string };

const ofPanel = ({ organisationId, panelId }: OfPanel) =>
  and(eq(contributions.organisationId, organisationId), eq(contributions.panelId, panelId));

const one = (params: OfContribution) =>
  and(ofPanel(params), eq(contributions.id, params.contributionId));

const columns = {
  id: contributions.id,
  memberId: contributions.memberId,
  /** Null: of a survey; nobody knows who wrote. */
  memberNumber: panelMembers.number,
  source: contributions.source,
  roundNumber: panelRounds.number,
  prompt: panelPrompts.text,
  language: contributions.language,
  mode: contributions.mode,
  scribe: contributions.scribe,
  readBackOn: contributions.readBackOn,
  state: contributions.state,
  text: contributions.text,
  value: contributions.value,
  revision: contributions.revision,
  sentOn: contributions.sentOn,
};

const withSurroundings = (tx: Transaction) =>
  tx
    .select(columns)
    .from(contributions)
    .leftJoin(
      panelMembers,
      and(
        eq(panelMembers.organisationId, contributions.organisationId),
        eq(panelMembers.id, contributions.memberId),
      ),
    )
    .innerJoin(
      panelRounds,
      and(
        eq(panelRounds.organisationId, contributions.organisationId),
        eq(panelRounds.id, contributions.roundId),
      ),
    )
    .innerJoin(
      panelPrompts,
      and(
        eq(panelPrompts.organisationId, contributions.organisationId),
        eq(panelPrompts.id, contributions.promptId),
      ),
    );

/** Those that have waited longest first; words of surveys, for which nobody waits, after those of people. */
export async function listContributions(
  tx: Transaction,
  params: OfPanel & { states: readonly ContributionState[]; limit: number; offset: number },
) {
  return withSurroundings(tx)
    .where(and(ofPanel(params), inArray(contributions.state, [...params.states])))
    .orderBy(
      asc(contributions.source),
      asc(contributions.sentOn),
      asc(panelMembers.number),
      asc(panelPrompts.position),
      asc(contributions.id),
    )
    .limit(params.limit)
    .offset(params.offset);
}

export async function countContributions(tx: Transaction, params: OfPanel) {
  return tx
    .select({ state: contributions.state, n: sql<number>`count(*)::int` })
    .from(contributions)
    .where(ofPanel(params))
    .groupBy(contributions.state);
}

export async function findContribution(tx: Transaction, params: OfContribution) {
  const [row] = await withSurroundings(tx).where(one(params));
  return row;
}

/** Changes it if nobody else has since; the loser finds nothing. */
export async function changeContribution(
  tx: Transaction,
  params: OfContribution & {
    revision: number;
    from: readonly ContributionState[];
    set: { state: ContributionState; text?: string };
  },
) {
  const [row] = await tx
    .update(contributions)
    .set({ ...params.set, revision: sql`${contributions.revision} + 1` })
    .where(
      and(
        one(params),
        eq(contributions.revision, params.revision),
        inArray(contributions.state, [...params.from]),
      ),
    )
    .returning({ memberId: contributions.memberId });
  return row;
}

/** Numbered after those there are; whoever writes one has the contribution locked. Answers with the number. */
export async function addContributionEvent(
  tx: Transaction,
  event: OfContribution & {
    memberId: string | null;
    kind: ContributionEventKind;
    reason?: ModerationReason;
    note?: string;
    by: string | null;
  },
): Promise<number> {
  const [row] = await tx
    .insert(contributionEvents)
    .values({
      ...event,
      number: sql`(select coalesce(max(e.number), 0) + 1 from contribution_events e
      where e.organisation_id = ${event.organisationId}
        and e.contribution_id = ${event.contributionId})`,
    })
    .returning({ number: contributionEvents.number });
  if (!row) throw new Error('an insert without conflict has one row');
  return row.number;
}

export async function listContributionEvents(tx: Transaction, params: OfContribution) {
  return tx
    .select({
      number: contributionEvents.number,
      kind: contributionEvents.kind,
      reason: contributionEvents.reason,
      note: contributionEvents.note,
      by: contributionEvents.by,
      at: contributionEvents.at,
    })
    .from(contributionEvents)
    .where(
      and(
        eq(contributionEvents.organisationId, params.organisationId),
        eq(contributionEvents.panelId, params.panelId),
        eq(contributionEvents.contributionId, params.contributionId),
      ),
    )
    .orderBy(asc(contributionEvents.number));
}
