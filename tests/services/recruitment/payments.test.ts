import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { addPaymentRate } from '#app/services/payments/add-payment-rate.server.ts';
import { daysToPay } from '#app/services/payments/days-to-pay.ts';
import { exportPayments } from '#app/services/payments/export-payments.server.ts';
import { getPayments } from '#app/services/payments/get-payments.server.ts';
import { listPaymentRates } from '#app/services/payments/list-payment-rates.server.ts';
import { movePayment } from '#app/services/payments/move-payment.server.ts';
import { offerPayment } from '#app/services/payments/offer-payment.server.ts';
import { paymentRates } from '#db/schema/panel-payment.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { addPeople, createRecruitingPanel } from '#tests/support/recruiting-panel.ts';
import { createMember } from '#tests/support/workspace.ts';

const rate = { role: 'Member', unit: 'hour', currency: 'GBP', source: 'Policy' } as const;

async function withRates() {
  const panel = await createRecruitingPanel();
  const [memberId = ''] = await addPeople(panel, { count: 1, state: 'active' });
  const { facilitator } = panel;
  await addPaymentRate(facilitator, { ...rate, amount: 25, validFrom: '2026-01-01' });
  await addPaymentRate(facilitator, { ...rate, amount: 27.5, validFrom: '2026-06-01' });
  const work = {
    panelId: panel.panelId,
    memberId,
    kind: 'payment',
    description: 'Round 1',
  } as const;
  return { ...panel, work: { ...work, role: 'Member', unit: 'hour', quantity: 1.5 } as const };
}

describeOnDatabases('payments', () => {
  it('are by the rate that held on the day of the work', async () => {
    const { facilitator, panelId, work } = await withRates();
    await offerPayment(facilitator, { ...work, day: '2026-05-31' });
    await offerPayment(facilitator, { ...work, day: '2026-06-01' });
    const { payments } = await getPayments(facilitator, { panelId });
    expect(payments.map(({ amountMinor }) => amountMinor).sort()).toEqual([3750, 4125]);
    const early = offerPayment(facilitator, { ...work, day: '2025-12-31' });
    await expect(early).rejects.toMatchObject({ reason: 'payment-no-rate' });
  });

  it('have rates that are added and never changed', async () => {
    const { facilitator, workspace } = await withRates();
    const { rates } = await listPaymentRates(facilitator);
    expect(rates.map(({ holds, amountMinor }) => [holds, amountMinor])).toEqual([
      ['now', 2750],
      ['earlier', 2500],
    ]);
    const change = getDatabase()
      .update(paymentRates)
      .set({ amountMinor: 1 })
      .where(eq(paymentRates.organisationId, workspace.organisationId));
    await expect(change).rejects.toThrow();
    const auditor = await createMember(workspace, 'auditor');
    const forbidden = addPaymentRate(auditor, { ...rate, amount: 1, validFrom: '2026-01-01' });
    await expect(forbidden).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are paid once, whoever else pays at the same time, and only what was accepted', async () => {
    const { facilitator, panelId, work } = await withRates();
    await offerPayment(facilitator, { ...work, day: '2026-06-01' });
    const [offer] = (await getPayments(facilitator, { panelId })).payments;
    const step = { panelId, paymentId: offer?.id ?? '' };
    const early = movePayment(facilitator, { ...step, revision: 1, to: 'paid' });
    await expect(early).rejects.toMatchObject({ reason: 'payment-moved' });
    await movePayment(facilitator, { ...step, revision: 1, to: 'accepted' });
    const pay = () => movePayment(facilitator, { ...step, revision: 2, to: 'paid' });
    const paid = await Promise.allSettled([pay(), pay()]);
    expect(paid.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const page = await getPayments(facilitator, { panelId });
    expect(page.paid).toEqual([{ currency: 'GBP', minor: 4125 }]);
    expect(page.days).toEqual({ payments: 1, half: 0, longest: 0 });
  });

  it('leave as a file that no spreadsheet runs, with expenses in their own currency', async () => {
    const { facilitator, panelId, work, workspace } = await withRates();
    const { memberId } = work;
    const expenses = {
      panelId,
      memberId,
      kind: 'expenses',
      amount: 1200,
      currency: 'JPY',
    } as const;
    await offerPayment(facilitator, { ...expenses, description: '=cmd' });
    const { csv } = await exportPayments(facilitator, { panelId });
    expect(csv).toContain("'=cmd");
    expect(csv).toContain(',1200,JPY,offered,');
    const auditor = await createMember(workspace, 'auditor');
    expect((await getPayments(auditor, { panelId })).payments).toHaveLength(1);
    await expect(exportPayments(auditor, { panelId })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('half of the payments come within the days that are said', () => {
  const paid = (answeredOn: string, paidOn: string) => ({ answeredOn, paidOn });
  expect(daysToPay([])).toBeNull();
  expect(
    daysToPay([
      paid('2026-03-01', '2026-03-03'),
      paid('2026-03-01', '2026-03-31'),
      paid('2026-03-01', '2026-03-10'),
      paid('2026-03-01', '2026-03-05'),
    ]),
  ).toEqual({ payments: 4, half: 4, longest: 30 });
});
