import type { Transaction } from '#db/database.ts';
import { addOwnEvent } from '#db/queries/contribution-event.server.ts';
import {
  deleteUnaskedStatements,
  eraseAppealWords,
  eraseWords,
  lockContribution,
  supersedeReports,
} from '#db/queries/own-withdrawal.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';

export type OwnContribution = {
  organisationId: string;
  memberId: string;
  contributionId: string;
};

/**
 * Takes back what a person said: the words leave every table that holds them, and what was published
 * on their ground says that it is superseded. Counts are counted anew, for none is stored. For the
 * system actor, after the caller has made sure that the person wants it; withdrawing twice is
 * withdrawing once.
 */
export async function withdrawContribution(tx: Transaction, own: OwnContribution): Promise<void> {
  const held = await lockContribution(tx, own);
  if (!held) throw new ServiceError('not-found');
  if (held.state === 'withdrawn') return;
  await eraseWords(tx, own);
  await deleteUnaskedStatements(tx, own);
  await eraseAppealWords(tx, own);
  await supersedeReports(tx, { ...own, day: today() });
  await addOwnEvent(tx, { ...own, panelId: held.panelId, kind: 'withdrawn' });
}
