import { insertDepartures } from '#db/queries/panel-band.server.ts';
import { deleteOpenCredits, listPaymentsOf } from '#db/queries/panel-credit.server.ts';
import {
  deleteContact,
  replaceBands,
  saveNeeds,
  updatePerson,
} from '#db/queries/panel-person.server.ts';
import { deleteDrafts } from '#db/queries/panel-rounds-of-person.server.ts';
import { deleteOwnPseudonyms } from '#db/queries/pseudonym.server.ts';
import { withActor } from '../../database.server.ts';
import { today } from '../../today.ts';
import { withdrawAll } from '../contributions/withdraw-all.server.ts';
import { forPerson, idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/**
 * Somebody leaves. What is about them goes; what they said stays under the consent they gave or is
 * taken back, as they choose. Answers to questionnaires stay, and nothing tells any more whose they are.
 * An address stays while a payment that they accepted is owed.
 */
export async function leavePanel(
  reader: PanelPerson,
  { words }: { words: 'keep' | 'withdraw' },
): Promise<void> {
  const person = idsOf(reader);
  // First, and as the person, who alone reaches their keys: should the rest fail, they leave again.
  await withActor(reader.actor, (tx) => deleteOwnPseudonyms(tx, person));
  await forPerson(reader, async (tx, held) => {
    if (words === 'withdraw') {
      await withdrawAll(tx, person);
      await deleteOpenCredits(tx, person);
    }
    await deleteDrafts(tx, person);
    await insertDepartures(tx, person);
    await replaceBands(tx, { ...person, bands: [], expiresOn: '' });
    await saveNeeds(tx, { ...person, needs: [], note: '' });
    const payments = await listPaymentsOf(tx, person);
    if (!payments.some(({ state }) => state === 'accepted')) await deleteContact(tx, person);
    const linkNumber = held.linkNumber + 1;
    const set = { state: 'left' as const, leftOn: today(), linkHash: null, linkNumber };
    await updatePerson(tx, { ...person, set });
  });
}
