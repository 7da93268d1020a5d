import type { Transaction } from '#db/database.ts';
import { insertDepartures } from '#db/queries/panel-band.server.ts';
import { deleteOpenCredits, listPaymentsOf } from '#db/queries/panel-credit.server.ts';
import {
  deleteContact,
  replaceBands,
  saveNeeds,
  updatePerson,
  type OfPerson,
} from '#db/queries/panel-person.server.ts';
import { deleteDrafts } from '#db/queries/panel-rounds-of-person.server.ts';
import { deleteOwnPseudonyms } from '#db/queries/pseudonym.server.ts';
import { blankReplies } from '#db/queries/theme-check.server.ts';
import { withActor } from '../../database.server.ts';
import { today } from '../../today.ts';
import { withdrawAll } from '../contributions/withdraw-all.server.ts';
import { forPerson, idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

export type WordsOnLeaving = 'keep' | 'withdraw';

/** Ends what is kept of somebody, in the caller's transaction, which is the system's and holds them. */
export async function endTakingPart(
  tx: Transaction,
  person: OfPerson,
  { words, linkNumber }: { words: WordsOnLeaving; linkNumber: number },
): Promise<void> {
  if (words === 'withdraw') {
    await withdrawAll(tx, person);
    await deleteOpenCredits(tx, person);
    await blankReplies(tx, person);
  }
  await deleteDrafts(tx, person);
  await insertDepartures(tx, person);
  await replaceBands(tx, { ...person, bands: [], expiresOn: '' });
  await saveNeeds(tx, { ...person, needs: [], note: '' });
  const payments = await listPaymentsOf(tx, person);
  if (!payments.some(({ state }) => state === 'accepted')) await deleteContact(tx, person);
  const set = {
    state: 'left' as const,
    leftOn: today(),
    linkHash: null,
    linkNumber: linkNumber + 1,
  };
  await updatePerson(tx, { ...person, set });
}

/**
 * Somebody leaves. What is about them goes; what they said stays under the consent they gave or is
 * taken back, as they choose. Answers to questionnaires stay, and nothing tells any more whose they are.
 * An address stays while a payment that they accepted is owed.
 */
export async function leavePanel(
  reader: PanelPerson,
  { words }: { words: WordsOnLeaving },
): Promise<void> {
  const person = idsOf(reader);
  // First, and as the person, who alone reaches their keys: should the rest fail, they leave again.
  await withActor(reader.actor, (tx) => deleteOwnPseudonyms(tx, person));
  await forPerson(reader, (tx, { linkNumber }) => endTakingPart(tx, person, { words, linkNumber }));
}
