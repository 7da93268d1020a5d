import { randomUUID } from 'node:crypto';
import type { Member, PanelMember } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listChannels } from '#db/queries/panel-channel.server.ts';
import { hasDraw } from '#db/queries/panel-draw.server.ts';
import {
  findNewestConsent,
  insertBands,
  insertConsents,
  insertPerson,
  nextNumber,
  writeContact,
  writeNeeds,
} from '#db/queries/panel-people.server.ts';
import { listStrata } from '#db/queries/panel-stratum.server.ts';
import { notSaid, type ConsentBasis } from '#db/schema/panel-member.ts';
import type { ConsentPurpose } from '#db/schema/panel.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import type { Panel } from '../panels/read-panel.server.ts';
import { consentPurposes, registerFor, type PersonFields } from './person-fields.ts';
import { questionsAsked } from './questions-asked.ts';

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

const tries = 5;

async function prepare(tx: Transaction, panel: Panel, input: NewPerson) {
  const ofPanel = { organisationId: panel.organisationId, panelId: panel.id };
  if (panel.policyPublishedOn === null) throw new ServiceError('illegal-state', 'join-no-policy');
  const channels = await listChannels(tx, ofPanel);
  const channel = channels.find(({ id }) => id === input.channelId);
  if (channel?.closedOn !== null) throw new ServiceError('invalid', 'channel-closed');
  const consent = await findNewestConsent(tx, ofPanel);
  if (consent?.id !== input.consentVersionId) throw new ServiceError('conflict', 'consent-changed');
  const questions = questionsAsked(panel, await listStrata(tx, ofPanel));
  const isDrawn = questions.length > 0 || (await hasDraw(tx, ofPanel));
  return {
    number: await nextNumber(tx, ofPanel),
    state: isDrawn ? ('candidate' as const) : ('active' as const),
    bands: questions.flatMap(({ id, bands }) => {
      const band = input.bands[id] ?? '';
      const isKnown = band === notSaid || bands.some((known) => known.id === band);
      return isKnown ? [{ stratumId: id, band }] : [];
    }),
    expiresOn: panel.demographicsExpireOn ?? '',
  };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** As the person, in one transaction: nobody is in a panel without what they agreed to. */
async function insert(actor: PanelMember, prepared: Prepared, input: NewPerson, scribe: string) {
  const { organisationId, panelId, memberId } = actor;
  const person = { organisationId, panelId, memberId };
  return withActor(actor, async (tx) => {
    const { number, state, bands, expiresOn } = prepared;
    const { channelId, language, needs, note, basis, name, email, phone } = input;
    const inserted = await insertPerson(tx, {
      ...{ ...person, number, state, channelId, language, register: registerFor(needs) },
      ...{ consentBasis: basis, joinedOn: today() },
    });
    if (!inserted) return false;
    await insertConsents(
      tx,
      consentPurposes.map((purpose) => ({
        ...{ ...person, purpose, basis, scribe, readOn: input.readOn, number: 1 },
        ...{ consentVersionId: input.consentVersionId, granted: input.consents.includes(purpose) },
      })),
    );
    const agreedBy = basis === 'own' ? '' : input.agreedBy;
    await writeContact(tx, { ...person, contact: { name, email, phone }, agreedBy });
    await writeNeeds(tx, { ...person, needs, note });
    await insertBands(
      tx,
      bands.map((band) => ({ ...person, ...band, expiresOn })),
    );
    return true;
  });
}

/**
 * Writes down somebody who joins by phone or on paper, after the consent text was read to them. The
 * scribe acts for the person and is named beside each consent.
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
  const change = { panelId, permission: 'panel-members.manage', states: ['open'] } as const;
  const memberId = randomUUID();
  const { organisationId } = member;
  const actor = { kind: 'panel-member', organisationId, panelId, memberId } as const;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const prepared = await changePanel(member, change, (tx, panel) => prepare(tx, panel, input));
    if (!(await insert(actor, prepared, input, member.userId))) continue; // somebody joined meanwhile
    await changePanel(member, change, (tx) => {
      const detail = { number: prepared.number };
      return auditPanel(tx, member, { action: 'panel.person-added', panelId, detail });
    });
    return { memberId };
  }
  throw new ServiceError('conflict');
}
