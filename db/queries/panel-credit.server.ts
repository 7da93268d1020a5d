import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { panelPayments } from '../schema/panel-payment.ts';
import { panelCredits, panelOutputs, type CreditChoice } from '../schema/panel-report.ts';
import type { OfPerson } from './panel-person.server.ts';

/** What is or will be published, with how this person wants to be named in it. */
export async function listOutputsOf(tx: Transaction, person: OfPerson) {
  return tx
    .select({
      id: panelOutputs.id,
      title: panelOutputs.title,
      publishedOn: panelOutputs.publishedOn,
      choice: panelCredits.choice,
      name: panelCredits.name,
    })
    .from(panelOutputs)
    .leftJoin(
      panelCredits,
      and(
        eq(panelCredits.organisationId, panelOutputs.organisationId),
        eq(panelCredits.outputId, panelOutputs.id),
        eq(panelCredits.memberId, person.memberId),
      ),
    )
    .where(
      and(
        eq(panelOutputs.organisationId, person.organisationId),
        eq(panelOutputs.panelId, person.panelId),
      ),
    )
    .orderBy(asc(panelOutputs.createdAt));
}

/** For the system: whoever publishes the output waits, or is found to have been first. */
export async function shareOutput(
  tx: Transaction,
  { organisationId, panelId, outputId }: OfPerson & { outputId: string },
) {
  const [output] = await queryRows<{ publishedOn: string | null }>(
    tx,
    sql`select published_on as "publishedOn" from panel_outputs
        where organisation_id = ${organisationId} and panel_id = ${panelId} and id = ${outputId}
        for share`,
  );
  return output;
}

export async function saveCredit(
  tx: Transaction,
  credit: OfPerson & { outputId: string; choice: CreditChoice; name: string },
): Promise<void> {
  const { choice, name } = credit;
  await tx
    .insert(panelCredits)
    .values(credit)
    .onConflictDoUpdate({
      target: [panelCredits.organisationId, panelCredits.outputId, panelCredits.memberId],
      set: { choice, name },
    });
}

/** Nobody is named any more in what is still to be published. */
export async function deleteOpenCredits(tx: Transaction, person: OfPerson): Promise<void> {
  const open = tx
    .select({ id: panelOutputs.id })
    .from(panelOutputs)
    .where(
      and(eq(panelOutputs.organisationId, person.organisationId), isNull(panelOutputs.publishedOn)),
    );
  await tx
    .delete(panelCredits)
    .where(
      and(
        eq(panelCredits.organisationId, person.organisationId),
        eq(panelCredits.memberId, person.memberId),
        inArray(panelCredits.outputId, open),
      ),
    );
}

export async function listPaymentsOf(tx: Transaction, person: OfPerson) {
  return tx
    .select({
      id: panelPayments.id,
      kind: panelPayments.kind,
      description: panelPayments.description,
      amountMinor: panelPayments.amountMinor,
      currency: panelPayments.currency,
      state: panelPayments.state,
      offeredOn: panelPayments.offeredOn,
      paidOn: panelPayments.paidOn,
      revision: panelPayments.revision,
    })
    .from(panelPayments)
    .where(
      and(
        eq(panelPayments.organisationId, person.organisationId),
        eq(panelPayments.memberId, person.memberId),
      ),
    )
    .orderBy(asc(panelPayments.offeredOn), asc(panelPayments.id));
}

type Answer = OfPerson & {
  paymentId: string;
  state: 'accepted' | 'declined';
  revision: number;
  day: string;
};

/** An offer as it was read: one that was changed or answered meanwhile is not answered. */
export async function answerOffer(tx: Transaction, answer: Answer): Promise<boolean> {
  const rows = await tx
    .update(panelPayments)
    .set({ state: answer.state, answeredOn: answer.day, revision: answer.revision + 1 })
    .where(
      and(
        eq(panelPayments.organisationId, answer.organisationId),
        eq(panelPayments.memberId, answer.memberId),
        eq(panelPayments.id, answer.paymentId),
        eq(panelPayments.state, 'offered'),
        eq(panelPayments.revision, answer.revision),
      ),
    )
    .returning({ id: panelPayments.id });
  return rows.length > 0;
}
