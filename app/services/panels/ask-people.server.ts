import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { insertAskings } from '#db/queries/panel-asking.server.ts';
import { getOrganisation } from '#db/queries/membership.server.ts';
import { addMails } from '#db/queries/outbox.server.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { issuePersonalLink } from '../taking-part/issue-personal-link.server.ts';
import type { Panel } from './read-panel.server.ts';
import { findRoundBurden } from './round-burden.server.ts';
import { roundMailWriter } from './write-round-mail.server.ts';

/** What the facilitator decided about people of whom much has been asked already. */
export type BurdenChoice = {
  /** Whom the page listed as over the budget: somebody else may have asked them since. */
  seenOver: readonly string[];
  /** Those of them who are asked nonetheless; the others are left out. */
  askNonetheless: readonly string[];
};

export type AskedPeople = { asked: number; leftOut: number; mails: number };

/**
 * Asks everybody who takes part and was not asked in the round yet. The round is locked and open. A
 * mail carries no question, and a personal link that leaves open what an earlier one opened. Whoever has
 * no address, or needs the phone, paper or large print, stands on the list of people told by hand.
 */
export async function askPeopleIn(
  tx: Transaction,
  member: Pick<Member, 'organisationId'>,
  input: { panel: Panel; round: { id: string; minutes: number }; choice: BurdenChoice },
): Promise<AskedPeople> {
  const { panel, round, choice } = input;
  const askedOn = today();
  const people = await findRoundBurden(tx, panel, round, askedOn);
  const over = people.filter(({ isOver }) => isOver);
  if (over.some(({ memberId }) => !choice.seenOver.includes(memberId))) {
    throw new ServiceError('conflict', 'round-burden-changed');
  }
  const asked = people.filter(
    ({ isOver, memberId }) => !isOver || choice.askNonetheless.includes(memberId),
  );
  const { organisationId } = member;
  const of = { organisationId, panelId: panel.id, roundId: round.id, minutes: round.minutes };
  const added = await insertAskings(
    tx,
    asked.map(({ memberId }) => ({ ...of, memberId, askedOn })),
  );
  const organisation = await getOrganisation(tx, { organisationId });
  const write = await roundMailWriter(panel.title, organisation?.name ?? '');
  const reached = asked.filter(
    ({ memberId, email, isToldByHand }) =>
      added.includes(memberId) && email !== '' && !isToldByHand,
  );
  const mails = [];
  for (const { memberId, email, language } of reached) {
    const { link } = await issuePersonalLink(tx, { organisationId, memberId, endsPasses: false });
    const mail = write(languageSchema.parse(language), link);
    mails.push({ organisationId, recipient: email, ...mail });
  }
  await addMails(tx, mails);
  return { asked: added.length, leftOut: people.length - asked.length, mails: mails.length };
}
