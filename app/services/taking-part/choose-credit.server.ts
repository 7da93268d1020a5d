import { saveCredit, shareOutput } from '#db/queries/panel-credit.server.ts';
import { listConsents } from '#db/queries/panel-person.server.ts';
import type { CreditChoice } from '#db/schema/panel-report.ts';
import { ServiceError } from '../../errors.ts';
import { forPerson, idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

type Credit = { outputId: string; choice: CreditChoice; name: string };

/** How somebody is named in an output, changeable until it is published. */
export async function chooseCredit(reader: PanelPerson, credit: Credit): Promise<void> {
  const person = idsOf(reader);
  const name = credit.choice === 'named' ? credit.name.trim() : '';
  if (credit.choice === 'named' && name === '') {
    throw new ServiceError('invalid', 'panel-credit-name');
  }
  await forPerson(reader, async (tx) => {
    const output = await shareOutput(tx, { ...person, outputId: credit.outputId });
    if (!output) throw new ServiceError('not-found');
    if (output.publishedOn !== null)
      throw new ServiceError('illegal-state', 'panel-output-published');
    const consents = await listConsents(tx, person);
    const mayBeNamed = consents.some(({ purpose, granted }) => purpose === 'credit' && granted);
    if (credit.choice !== 'none' && !mayBeNamed) {
      throw new ServiceError('illegal-state', 'panel-credit-consent');
    }
    await saveCredit(tx, { ...person, ...credit, name });
  });
}
