import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { activities } from '../schema/activity.ts';
import { organisations } from '../schema/organisation.ts';
import { panelMembers } from '../schema/panel-member.ts';
import { paymentRates } from '../schema/panel-payment.ts';
import { panelChannels, panelConsentVersions, panelStrata, panelTargets } from '../schema/panel.ts';

type OfPanel = { organisationId: string; panelId: string };

/** For the public actor whose key is the code. */
export async function findChannel(tx: Transaction, { code }: { code: string }) {
  const [channel] = await tx
    .select({
      organisationId: panelChannels.organisationId,
      panelId: panelChannels.panelId,
      id: panelChannels.id,
      closedOn: panelChannels.closedOn,
    })
    .from(panelChannels)
    .where(eq(panelChannels.code, code));
  return channel;
}

export async function findAsker(tx: Transaction, { organisationId }: { organisationId: string }) {
  const [asker] = await tx
    .select({ organisation: organisations.name, contact: organisations.contact })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return asker;
}

export async function findActivityOf(
  tx: Transaction,
  params: { organisationId: string; activityId: string },
) {
  const [activity] = await tx
    .select({
      aim: activities.aim,
      informs: activities.informs,
      informedName: activities.informedName,
      influence: activities.influence,
      outOfScope: activities.outOfScope,
      outputsOwner: activities.outputsOwner,
    })
    .from(activities)
    .where(
      and(
        eq(activities.organisationId, params.organisationId),
        eq(activities.id, params.activityId),
      ),
    );
  return activity;
}

export async function findNewestConsentVersion(tx: Transaction, params: OfPanel) {
  const [version] = await tx
    .select()
    .from(panelConsentVersions)
    .where(
      and(
        eq(panelConsentVersions.organisationId, params.organisationId),
        eq(panelConsentVersions.panelId, params.panelId),
      ),
    )
    .orderBy(desc(panelConsentVersions.number))
    .limit(1);
  return version;
}

/** Questions about the person for which there is a target; what no target uses is not asked. */
export async function listStrataInUse(tx: Transaction, params: OfPanel) {
  return tx
    .select({ id: panelStrata.id, question: panelStrata.question, bands: panelStrata.bands })
    .from(panelStrata)
    .where(
      and(
        eq(panelStrata.organisationId, params.organisationId),
        eq(panelStrata.panelId, params.panelId),
        sql`exists (select 1 from ${panelTargets} where
          ${panelTargets.organisationId} = ${panelStrata.organisationId}
          and ${panelTargets.stratumId} = ${panelStrata.id})`,
      ),
    )
    .orderBy(asc(panelStrata.position));
}

/** What is offered today: the newest rate of each role and unit. */
export async function listRatesOn(
  tx: Transaction,
  params: { organisationId: string; day: string },
) {
  return tx
    .selectDistinctOn([paymentRates.role, paymentRates.unit], {
      role: paymentRates.role,
      unit: paymentRates.unit,
      amountMinor: paymentRates.amountMinor,
      currency: paymentRates.currency,
    })
    .from(paymentRates)
    .where(
      and(
        eq(paymentRates.organisationId, params.organisationId),
        sql`${paymentRates.validFrom} <= ${params.day}`,
      ),
    )
    .orderBy(
      paymentRates.role,
      paymentRates.unit,
      desc(paymentRates.validFrom),
      desc(paymentRates.createdAt),
    );
}

type NewMember = OfPanel &
  Pick<
    typeof panelMembers.$inferInsert,
    'channelId' | 'language' | 'register' | 'state' | 'consentBasis' | 'joinedOn'
  > & {
    memberId: string;
    /** Null: no link was made yet. */
    linkHash: string | null;
  };

/**
 * The number the person got, the next of the panel; undefined when they have joined before. The caller holds the
 * panel, so that two who join at once get two numbers.
 */
export async function insertMember(tx: Transaction, { memberId, ...member }: NewMember) {
  const [last] = await queryRows<{ number: number }>(
    tx,
    sql`select coalesce(max(number), 0)::int as number from panel_members
        where organisation_id = ${member.organisationId} and panel_id = ${member.panelId}`,
  );
  const [inserted] = await tx
    .insert(panelMembers)
    .values({ ...member, id: memberId, number: (last?.number ?? 0) + 1 })
    .onConflictDoNothing({ target: [panelMembers.organisationId, panelMembers.id] })
    .returning({ number: panelMembers.number });
  return inserted?.number;
}
