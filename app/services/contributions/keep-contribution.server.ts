import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import {
  insertContribution,
  type NewContribution,
} from '#db/queries/contribution-sending.server.ts';
import { listConsents } from '#db/queries/panel-person.server.ts';
import { deleteDrafts } from '#db/queries/panel-rounds-of-person.server.ts';
import { insertConcern } from '#db/queries/safeguarding.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import type { Panel } from '../panels/read-panel.server.ts';
import { findConcern } from '../safeguarding/find-concern.ts';
import type { NamedPerson } from '../safeguarding/find-named-person.server.ts';
import { tellNamedPerson } from '../safeguarding/tell-named-person.server.ts';

export type Said = Omit<
  NewContribution,
  'id' | 'memberId' | 'consentId' | 'consentPurpose' | 'sentOn' | 'state' | 'text'
> & {
  memberId: string;
  words: string;
  /** As they were typed: names that are to be left out. */
  names: string;
  /** Who wrote it down for the person; null: they did themselves. */
  by: string | null;
};

/** Names stand on lines of their own or between commas. */
export function namesIn(typed: string): string[] {
  const names = typed.split(/[\n,;،؛，；]/).map((name) => name.trim().slice(0, 200));
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 50);
}

/**
 * Keeps what somebody says under the consent to be read that holds now, whoever wrote it down. Where the
 * words may be a sign of danger or distress, the person named for it is told in the same transaction,
 * which is the system's. False when this person has answered the prompt before.
 */
export async function keepContribution(
  tx: Transaction,
  { words, names, by, ...said }: Said,
  { panel, named }: { panel: Panel; named: NamedPerson | null },
): Promise<boolean> {
  const { organisationId, panelId, memberId, promptId } = said;
  const person = { organisationId, panelId, memberId };
  const consents = await listConsents(tx, person);
  const consent = consents.find(({ purpose }) => purpose === 'read');
  if (!consent?.granted) throw new ServiceError('illegal-state', 'panel-consent-missing');
  const id = randomUUID();
  const text = words.trim();
  const row = { ...said, id, consentId: consent.id, consentPurpose: 'read', sentOn: today() };
  const isNew = await insertContribution(tx, row, { text, names: namesIn(names), by });
  await deleteDrafts(tx, { ...person, promptId });
  if (!isNew || findConcern(text) === null) return isNew;
  const concern = { ...person, id: randomUUID(), contributionId: id, source: 'phrase' as const };
  await insertConcern(tx, concern);
  await tellNamedPerson(tx, { organisationId, panel, source: 'phrase', named });
  return true;
}
