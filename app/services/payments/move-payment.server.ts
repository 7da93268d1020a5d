import type { Member } from '#db/actor.server.ts';
import { movePayment as move } from '#db/queries/panel-payment.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';

export type PaymentMove = 'accepted' | 'declined' | 'paid';

type Move = { panelId: string; paymentId: string; revision: number; to: PaymentMove };

const panelStates = ['draft', 'open', 'closed'] as const;

/**
 * Records what a person said to an offer by phone or on paper, or that the money was sent. Of two who
 * record it at once the first does.
 */
export async function movePayment(
  member: Member,
  { panelId, paymentId, revision, to }: Move,
): Promise<void> {
  const change = { panelId, permission: 'panel-payments.manage', states: panelStates } as const;
  await changePanel(member, change, async (tx) => {
    const day = today();
    const moved = await move(tx, {
      ...{ organisationId: member.organisationId, panelId, paymentId, revision },
      from: to === 'paid' ? 'accepted' : 'offered',
      set: to === 'paid' ? { state: to, paidOn: day } : { state: to, answeredOn: day },
    });
    if (!moved) throw new ServiceError('conflict', 'payment-moved');
    const action = to === 'paid' ? 'panel.payment-paid' : 'panel.payment-answered';
    await auditPanel(tx, member, { action, panelId, detail: { paymentId, state: to } });
  });
}
