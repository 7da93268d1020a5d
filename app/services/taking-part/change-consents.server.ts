import { deleteOpenCredits } from '#db/queries/panel-credit.server.ts';
import { findNewestConsentVersion } from '#db/queries/panel-joining.server.ts';
import { addConsents, listConsents } from '#db/queries/panel-person.server.ts';
import { deleteQuotesOf } from '#db/queries/withdrawal.server.ts';
import { consentPurposes, type ConsentPurpose } from '#db/schema/panel.ts';
import { ServiceError } from '../../errors.ts';
import { withdrawAll } from '../contributions/withdraw-all.server.ts';
import { forPerson, idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

type Change = {
  granted: readonly ConsentPurpose[];
  /** The text that was read. */
  consentVersionId: string;
  /** Ending the consent to be read takes back everything that was said; the person knows. */
  isConfirmed: boolean;
};

/**
 * Adds what a person agrees to from now on. What they no longer agree to has its consequence in the same
 * transaction. `confirm`: nothing was changed, for everything they said would be taken back.
 */
export async function changeConsents(
  reader: PanelPerson,
  { granted, consentVersionId, isConfirmed }: Change,
): Promise<'changed' | 'confirm'> {
  const person = idsOf(reader);
  return forPerson(reader, async (tx, held) => {
    const version = await findNewestConsentVersion(tx, person);
    if (version?.id !== consentVersionId) {
      throw new ServiceError('conflict', 'panel-consent-changed');
    }
    const newest = new Map((await listConsents(tx, person)).map((row) => [row.purpose, row]));
    const changes = consentPurposes.filter(
      (purpose) => (newest.get(purpose)?.granted ?? false) !== granted.includes(purpose),
    );
    const ended = changes.filter((purpose) => !granted.includes(purpose));
    if (ended.includes('read') && !isConfirmed) return 'confirm';
    await addConsents(
      tx,
      changes.map((purpose) => ({
        ...{ ...person, purpose, consentVersionId, basis: held.consentBasis },
        granted: granted.includes(purpose),
        number: (newest.get(purpose)?.number ?? 0) + 1,
      })),
    );
    if (ended.includes('quote')) await deleteQuotesOf(tx, person);
    if (ended.includes('credit')) await deleteOpenCredits(tx, person);
    if (ended.includes('read')) await withdrawAll(tx, person);
    return 'changed';
  });
}
