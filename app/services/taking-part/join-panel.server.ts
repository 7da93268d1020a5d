import { createHmac } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import { addMail } from '#db/queries/outbox.server.ts';
import { insertMember } from '#db/queries/panel-joining.server.ts';
import {
  addConsents,
  replaceBands,
  saveContact,
  saveNeeds,
  type OfPerson,
} from '#db/queries/panel-person.server.ts';
import { lockPanel } from '#db/queries/panel.server.ts';
import { findByLink } from '#db/queries/personal-link.server.ts';
import { consentPurposes } from '#db/schema/panel.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { takePoint } from '../../http/rate-limit.server.ts';
import { keyFor, tokenHash } from '../../secrets.server.ts';
import { today } from '../../today.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { firstState } from './first-state.server.ts';
import { personalLink } from './issue-personal-link.server.ts';
import { problemsOf, type JoinInput, type JoinProblem } from './join-input.ts';
import { offeredBands } from './offered-bands.ts';
import { requireChannel, requireJoinable, type Joinable } from './require-joinable.server.ts';
import type { PanelPass } from './require-panel-person.server.ts';
import { writeLinkMail } from './write-link-mail.server.ts';

/** Sent again, the same form leads to the same person and the same link; its key alone does. */
function identityOf(key: string): { memberId: string; token: string } {
  const derive = (use: string) =>
    createHmac('sha256', keyFor('panel-join')).update(`${use}/${key}`).digest();
  const bytes = derive('member').subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6); // the marks of a random uuid
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const memberId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { memberId, token: derive('link').toString('base64url') };
}

type Joining = { person: OfPerson; channelId: string; token: string; input: JoinInput };

async function insertPerson(tx: Transaction, joining: Joining, found: Joinable): Promise<boolean> {
  const { person, channelId, token, input } = joining;
  const basis = input.basis ?? 'own';
  const number = await insertMember(tx, {
    ...{ ...person, channelId, linkHash: tokenHash(token), joinedOn: today() },
    ...{ language: input.language, register: input.register, consentBasis: basis },
    state: await firstState(tx, person),
  });
  if (number === undefined) return false;
  await addConsents(
    tx,
    consentPurposes.map((purpose) => ({
      ...{ ...person, purpose, basis, consentVersionId: found.consent.id, number: 1 },
      granted: input.consents.includes(purpose),
    })),
  );
  const { name, email, phone, needs, note } = input;
  const agreedBy = basis === 'own' ? '' : input.agreedBy;
  await saveContact(tx, { ...person, contact: { name, email, phone, agreedBy } });
  await saveNeeds(tx, { ...person, needs, note });
  if (found.about) {
    const bands = offeredBands(found.about, input.band);
    await replaceBands(tx, { ...person, bands, expiresOn: found.about.expiresOn });
  }
  if (email !== '') {
    const { asker, panel } = found;
    const facts = { link: personalLink(token), language: input.language };
    const mail = await writeLinkMail({ title: panel.title, ...asker, ...facts });
    await addMail(tx, { organisationId: person.organisationId, recipient: email, ...mail });
  }
  return true;
}

type Joined =
  | { ok: false; problems: JoinProblem[] }
  | { ok: true; link: string; pass: PanelPass; state: string };

/** Somebody joins by a channel of a panel. Sending the same form twice is joining once. */
export async function joinPanel({
  code,
  input,
}: {
  code: string;
  input: JoinInput;
}): Promise<Joined> {
  const { organisationId, panelId, id: channelId } = await requireChannel(code);
  const problems = problemsOf(input);
  if (problems.length > 0) return { ok: false, problems };
  await takePoint('join', code, 'too-many-starts');
  const { memberId, token } = identityOf(`${code}/${input.key}`);
  const person = { organisationId, panelId, memberId };
  const joined = await withActor({ kind: 'system', organisationId }, async (tx) => {
    await lockPanel(tx, person);
    const found = await requireJoinable(tx, person);
    if (found.consent.id !== input.consentVersionId) return null;
    const isNew = await insertPerson(tx, { person, channelId, token, input }, found);
    const held = await findByLink(tx, { linkHash: tokenHash(token) });
    if (!held || held.state === 'left') throw new ServiceError('gone', 'panel-link-gone');
    return { isNew, held };
  });
  if (joined === null) return { ok: false, problems: ['consent-changed'] };
  if (joined.isNew && input.email !== '') await announceMail();
  const { linkNumber, state } = joined.held;
  return { ok: true, link: personalLink(token), pass: { ...person, linkNumber }, state };
}
