import { stringify } from 'csv-stringify/sync';
import type { Member } from '#db/actor.server.ts';
import { listPayments } from '#db/queries/panel-payment.server.ts';
import { safeText } from '../exports/csv-cells.ts';
import { decimalsOf } from '../minor-units.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';

const columns = [
  'member',
  'kind',
  'description',
  'role',
  'unit',
  'amount',
  'currency',
  'state',
  'offered_on',
  'answered_on',
  'paid_on',
];

/** The ledger as a file, by people's numbers; taking it is recorded. */
export async function exportPayments(
  member: Member,
  { panelId }: { panelId: string },
): Promise<{ name: string; csv: string }> {
  // Whoever only looks on, an auditor, takes no file.
  const permission = 'panel-payments.manage';
  const read = await readPanel(member, { panelId, permission }, async (tx, panel) => {
    const payments = await listPayments(tx, { organisationId: member.organisationId, panelId });
    const detail = { rows: payments.length };
    await auditPanel(tx, member, { action: 'panel.payments-exported', panelId, detail });
    return { payments, slug: panel.slug };
  });
  const rows = read.payments.map((payment) => [
    ...[payment.number, payment.kind, safeText(payment.description), safeText(payment.role ?? '')],
    payment.unit ?? '',
    (payment.amountMinor / 10 ** decimalsOf(payment.currency)).toFixed(
      decimalsOf(payment.currency),
    ),
    ...[payment.currency, payment.state, payment.offeredOn],
    ...[payment.answeredOn ?? '', payment.paidOn ?? ''],
  ]);
  return { name: `${read.slug}-payments.csv`, csv: stringify([columns, ...rows], { bom: true }) };
}
