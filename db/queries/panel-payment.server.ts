import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { panelMembers } from '../schema/panel-member.ts';
import { panelPayments, paymentRates, type PaymentState } from '../schema/panel-payment.ts';
import { panels } from '../schema/panel.ts';
import type { LocalText } from '#surveys/model/languages.ts';

type OfOrganisation = { organisationId: string };
type OfPanel = OfOrganisation & { panelId: string };

const rateColumns = {
  id: paymentRates.id,
  role: paymentRates.role,
  unit: paymentRates.unit,
  amountMinor: paymentRates.amountMinor,
  currency: paymentRates.currency,
  validFrom: paymentRates.validFrom,
  source: paymentRates.source,
};

export async function listRates(tx: Transaction, { organisationId }: OfOrganisation) {
  return tx
    .select(rateColumns)
    .from(paymentRates)
    .where(eq(paymentRates.organisationId, organisationId))
    .orderBy(
      asc(paymentRates.role),
      asc(paymentRates.unit),
      desc(paymentRates.validFrom),
      desc(paymentRates.createdAt),
    );
}

export type Rate = Awaited<ReturnType<typeof listRates>>[number];

/** What holds on a day for a role and a unit: the newest that had begun. */
export async function findRateOn(
  tx: Transaction,
  params: OfOrganisation & { role: string; unit: Rate['unit']; day: string },
): Promise<Rate | undefined> {
  const [rate] = await tx
    .select(rateColumns)
    .from(paymentRates)
    .where(
      and(
        eq(paymentRates.organisationId, params.organisationId),
        eq(paymentRates.role, params.role),
        eq(paymentRates.unit, params.unit),
        lte(paymentRates.validFrom, params.day),
      ),
    )
    .orderBy(desc(paymentRates.validFrom), desc(paymentRates.createdAt))
    .limit(1);
  return rate;
}

export async function insertRate(
  tx: Transaction,
  params: OfOrganisation & Omit<Rate, 'id'>,
): Promise<void> {
  await tx.insert(paymentRates).values(params);
}

export async function listPayments(tx: Transaction, params: OfPanel) {
  return tx
    .select({
      id: panelPayments.id,
      number: panelMembers.number,
      kind: panelPayments.kind,
      description: panelPayments.description,
      amountMinor: panelPayments.amountMinor,
      currency: panelPayments.currency,
      state: panelPayments.state,
      offeredOn: panelPayments.offeredOn,
      answeredOn: panelPayments.answeredOn,
      paidOn: panelPayments.paidOn,
      revision: panelPayments.revision,
      role: paymentRates.role,
      unit: paymentRates.unit,
      rateMinor: paymentRates.amountMinor,
    })
    .from(panelPayments)
    .innerJoin(
      panelMembers,
      and(
        eq(panelMembers.organisationId, panelPayments.organisationId),
        eq(panelMembers.id, panelPayments.memberId),
      ),
    )
    .leftJoin(
      paymentRates,
      and(
        eq(paymentRates.organisationId, panelPayments.organisationId),
        eq(paymentRates.id, panelPayments.rateId),
      ),
    )
    .where(
      and(
        eq(panelPayments.organisationId, params.organisationId),
        eq(panelPayments.panelId, params.panelId),
      ),
    )
    .orderBy(desc(panelPayments.offeredOn), asc(panelMembers.number), asc(panelPayments.id));
}

export async function insertPayment(
  tx: Transaction,
  params: Omit<typeof panelPayments.$inferInsert, 'id' | 'state' | 'revision'>,
): Promise<void> {
  await tx.insert(panelPayments).values(params);
}

/** Undefined where somebody else has moved it on since. */
export async function movePayment(
  tx: Transaction,
  params: OfPanel & {
    paymentId: string;
    revision: number;
    from: PaymentState;
    set: { state: PaymentState; answeredOn?: string; paidOn?: string };
  },
) {
  const [payment] = await tx
    .update(panelPayments)
    .set({ ...params.set, revision: params.revision + 1 })
    .where(
      and(
        eq(panelPayments.organisationId, params.organisationId),
        eq(panelPayments.panelId, params.panelId),
        eq(panelPayments.id, params.paymentId),
        eq(panelPayments.revision, params.revision),
        eq(panelPayments.state, params.from),
      ),
    )
    .returning({ id: panelPayments.id });
  return payment;
}

export async function saveBenefitsNote(
  tx: Transaction,
  params: OfPanel & { revision: number; note: LocalText },
) {
  const [panel] = await tx
    .update(panels)
    .set({ benefitsNote: params.note, revision: sql`${panels.revision} + 1` })
    .where(
      and(
        eq(panels.organisationId, params.organisationId),
        eq(panels.id, params.panelId),
        eq(panels.revision, params.revision),
      ),
    )
    .returning({ id: panels.id });
  return panel;
}

/** Who can be offered something: everybody but those who declined to take part. */
export async function listPayable(tx: Transaction, params: OfPanel) {
  return tx
    .select({ id: panelMembers.id, number: panelMembers.number, state: panelMembers.state })
    .from(panelMembers)
    .where(
      and(
        eq(panelMembers.organisationId, params.organisationId),
        eq(panelMembers.panelId, params.panelId),
        sql`${panelMembers.state} in ('active', 'selected', 'left')`,
      ),
    )
    .orderBy(asc(panelMembers.number));
}
