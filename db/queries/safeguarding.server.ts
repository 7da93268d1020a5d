import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { panelContacts, panelMembers } from '../schema/panel-member.ts';
import { safeguardingConcerns } from '../schema/safeguarding.ts';

type OfPanel = { organisationId: string; panelId: string };
type OfConcern = OfPanel & { concernId: string };

const ofPanel = ({ organisationId, panelId }: OfPanel) =>
  and(
    eq(safeguardingConcerns.organisationId, organisationId),
    eq(safeguardingConcerns.panelId, panelId),
  );

const columns = {
  id: safeguardingConcerns.id,
  contributionId: safeguardingConcerns.contributionId,
  source: safeguardingConcerns.source,
  note: safeguardingConcerns.note,
  raisedAt: safeguardingConcerns.raisedAt,
  seenAt: safeguardingConcerns.seenAt,
  closedAt: safeguardingConcerns.closedAt,
  action: safeguardingConcerns.action,
  memberNumber: panelMembers.number,
  memberId: safeguardingConcerns.memberId,
};

/** Raises it once for a contribution and source; the row is not read back, which facilitators may not do. */
export async function insertConcern(
  tx: Transaction,
  concern: OfPanel & {
    id: string;
    /** Null: of a survey. */
    memberId: string | null;
    contributionId: string | null;
    source: 'self' | 'phrase' | 'facilitator';
    note?: string;
    raisedAt?: Date;
  },
): Promise<void> {
  await tx.insert(safeguardingConcerns).values(concern).onConflictDoNothing();
}

export async function isConcern(tx: Transaction, params: OfConcern): Promise<boolean> {
  const found = await tx.$count(
    safeguardingConcerns,
    and(ofPanel(params), eq(safeguardingConcerns.id, params.concernId)),
  );
  return found > 0;
}

const withMember = (tx: Transaction) =>
  tx
    .select(columns)
    .from(safeguardingConcerns)
    .leftJoin(
      panelMembers,
      and(
        eq(panelMembers.organisationId, safeguardingConcerns.organisationId),
        eq(panelMembers.id, safeguardingConcerns.memberId),
      ),
    );

/** Not yet closed first, then as they were raised. */
export async function listConcerns(tx: Transaction, params: OfPanel) {
  return withMember(tx)
    .where(ofPanel(params))
    .orderBy(
      sql`${safeguardingConcerns.closedAt} is not null`,
      asc(safeguardingConcerns.raisedAt),
      asc(safeguardingConcerns.id),
    );
}

export async function findConcern(tx: Transaction, params: OfConcern) {
  const [row] = await withMember(tx).where(
    and(ofPanel(params), eq(safeguardingConcerns.id, params.concernId)),
  );
  return row;
}

/** How the person of a concern can be reached. */
export async function findContact(tx: Transaction, params: OfPanel & { memberId: string }) {
  const [row] = await tx
    .select({
      name: panelContacts.name,
      email: panelContacts.email,
      phone: panelContacts.phone,
      agreedBy: panelContacts.agreedBy,
    })
    .from(panelContacts)
    .where(
      and(
        eq(panelContacts.organisationId, params.organisationId),
        eq(panelContacts.panelId, params.panelId),
        eq(panelContacts.memberId, params.memberId),
      ),
    );
  return row;
}

/** The first look counts: a later one changes nothing. */
export async function markConcernSeen(tx: Transaction, params: OfConcern & { by: string }) {
  const [row] = await tx
    .update(safeguardingConcerns)
    .set({ seenAt: sql`now()`, seenBy: params.by })
    .where(
      and(
        ofPanel(params),
        eq(safeguardingConcerns.id, params.concernId),
        isNull(safeguardingConcerns.seenAt),
      ),
    )
    .returning({ id: safeguardingConcerns.id });
  return row;
}

export async function markConcernClosed(tx: Transaction, params: OfConcern & { action: string }) {
  const [row] = await tx
    .update(safeguardingConcerns)
    .set({ closedAt: sql`now()`, action: params.action })
    .where(
      and(
        ofPanel(params),
        eq(safeguardingConcerns.id, params.concernId),
        isNotNull(safeguardingConcerns.seenAt),
        isNull(safeguardingConcerns.closedAt),
      ),
    )
    .returning({ id: safeguardingConcerns.id });
  return row;
}

export type ConcernCounts = {
  concerns: number;
  people: number;
  waiting: number;
  /** Waiting for longer than was promised. */
  overdue: number;
  /** Longest time until one was seen, or has waited unseen, in hours. */
  longestHours: number;
  medianHours: number;
};

/** For the system alone: whoever looks after the panel reads counts, never a concern. */
export async function countConcerns(
  tx: Transaction,
  params: OfPanel & { withinHours: number },
): Promise<ConcernCounts> {
  const [row] = await queryRows<ConcernCounts>(
    tx,
    sql`select count(*)::int as concerns, count(distinct person)::int as people,
          (count(*) filter (where seen_at is null))::int as waiting,
          (count(*) filter (where seen_at is null and hours > ${params.withinHours}::int))::int
            as overdue,
          coalesce(max(hours), 0)::float8 as "longestHours",
          coalesce(percentile_cont(0.5) within group (order by hours), 0)::float8 as "medianHours"
        from (select coalesce(member_id, contribution_id) as person, seen_at,
            extract(epoch from coalesce(seen_at, now()) - raised_at) / 3600 as hours
          from safeguarding_concerns
          where organisation_id = ${params.organisationId} and panel_id = ${params.panelId}) c`,
  );
  if (!row) throw new Error('an aggregate without groups has one row');
  return row;
}
