import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listChannels } from '#db/queries/panel-channel.server.ts';
import { findNewestConsentVersion, insertMember } from '#db/queries/panel-joining.server.ts';
import {
  addConsents,
  replaceBands,
  saveContact,
  saveNeeds,
  type OfPerson,
} from '#db/queries/panel-person.server.ts';
import { lockPanel } from '#db/queries/panel.server.ts';
import type { ConsentBasis } from '#db/schema/panel-member.ts';
import { consentPurposes, type ConsentPurpose } from '#db/schema/panel.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { readPanel, requirePanel, type Panel } from '../panels/read-panel.server.ts';
import { firstState } from '../taking-part/first-state.server.ts';
import { offeredBands } from '../taking-part/offered-bands.ts';
import { askedAbout } from '../taking-part/require-joinable.server.ts';
import { registerFor, type PersonFields } from './person-fields.ts';

export type NewPerson = PersonFields & {
  channelId: string;
  consentVersionId: string;
  consents: ConsentPurpose[];
  basis: ConsentBasis;
  agreedBy: string;
  /** On this day the text was read to the person. */
  readOn: string;
  /** By question. */
  bands: Record<string, string>;
};

/** A panel that takes people now, by a channel that is open, with the text that was read to them. */
async function requireTaking(tx: Transaction, panel: Panel, input: NewPerson): Promise<void> {
  const ofPanel = { organisationId: panel.organisationId, panelId: panel.id };
  if (panel.state !== 'open') throw new ServiceError('illegal-state', `panel-is-${panel.state}`);
  if (panel.policyPublishedOn === null) throw new ServiceError('illegal-state', 'join-no-policy');
  const channels = await listChannels(tx, ofPanel);
  const channel = channels.find(({ id }) => id === input.channelId);
  if (channel?.closedOn !== null) throw new ServiceError('invalid', 'channel-closed');
  const consent = await findNewestConsentVersion(tx, ofPanel);
  if (consent?.id !== input.consentVersionId) throw new ServiceError('conflict', 'consent-changed');
}

/** Nobody is in a panel without what they agreed to: all of it is written, or none. */
async function insert(tx: Transaction, person: OfPerson, input: NewPerson, scribe: string) {
  const { channelId, language, needs, note, basis, name, email, phone, readOn } = input;
  const number = await insertMember(tx, {
    ...{ ...person, channelId, language, register: registerFor(needs), linkHash: null },
    ...{ state: await firstState(tx, person), consentBasis: basis, joinedOn: today() },
  });
  await addConsents(
    tx,
    consentPurposes.map((purpose) => ({
      ...{ ...person, purpose, basis, scribe, readOn, number: 1 },
      ...{ consentVersionId: input.consentVersionId, granted: input.consents.includes(purpose) },
    })),
  );
  const agreedBy = basis === 'own' ? '' : input.agreedBy;
  await saveContact(tx, { ...person, contact: { name, email, phone, agreedBy } });
  await saveNeeds(tx, { ...person, needs, note });
  return number;
}

/**
 * Writes down somebody who joins by phone or on paper, after the consent text was read to them. The
 * scribe is named beside each consent. The system writes it, once the scribe was authorised: what
 * people say of themselves is out of the scribe's reach from then on.
 */
export async function addPerson(
  member: Member,
  { panelId, input }: { panelId: string; input: NewPerson },
): Promise<{ memberId: string }> {
  if (!input.consents.includes('read')) throw new ServiceError('invalid', 'person-read-missing');
  if (input.basis !== 'own' && input.agreedBy === '') {
    throw new ServiceError('invalid', 'person-agreed-by-missing');
  }
  if (input.readOn > today()) throw new ServiceError('invalid', 'date-in-future');
  const permission = 'panel-members.manage';
  await readPanel(member, { panelId, permission }, () => Promise.resolve({}));
  const { organisationId } = member;
  const memberId = randomUUID();
  const person = { organisationId, panelId, memberId };
  await withActor({ kind: 'system', organisationId }, async (tx) => {
    await lockPanel(tx, person);
    const panel = await requirePanel(tx, member, panelId);
    await requireTaking(tx, panel, input);
    const number = await insert(tx, person, input, member.userId);
    const about = await askedAbout(tx, panel);
    const bands = offeredBands(about, input.bands);
    await replaceBands(tx, { ...person, bands, expiresOn: about?.expiresOn ?? '' });
    await auditPanel(tx, member, { action: 'panel.person-added', panelId, detail: { number } });
  });
  return { memberId };
}
