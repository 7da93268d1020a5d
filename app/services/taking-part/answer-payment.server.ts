import { answerOffer } from '#db/queries/panel-credit.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { forPerson, idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

type Answer = { paymentId: string; state: 'accepted' | 'declined'; revision: number };

/** Accepts or declines an offer; nobody has to say why. */
export async function answerPayment(reader: PanelPerson, answer: Answer): Promise<void> {
  const isAnswered = await forPerson(reader, (tx) =>
    answerOffer(tx, { ...idsOf(reader), ...answer, day: today() }),
  );
  if (!isAnswered) throw new ServiceError('conflict', 'panel-payment-changed');
}
