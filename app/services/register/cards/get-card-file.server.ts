import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../../database.server.ts';
import { ServiceError } from '../../../errors.ts';
import { authorise } from '../../../permissions.ts';
import { collectCard } from './get-cards.server.ts';
import { atrsPhase, writeAtrs } from './write-atrs.ts';
import { writeChai } from './write-chai.ts';
import { writeFhir } from './write-fhir.server.ts';
import { writeNl } from './write-nl.ts';

export const cardFileFormats = ['chai', 'atrs', 'nl', 'fhir'] as const;
export type CardFileFormat = (typeof cardFileFormats)[number];

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** A system as a file for a register elsewhere; the Dutch one only when it is valid there. */
export async function getCardFile(
  member: Member,
  { systemId, format }: { systemId: string; format: CardFileFormat },
): Promise<{ body: string; name: string; type: string }> {
  authorise(member, 'models.read');
  const card = await withActor(member, (tx) => collectCard(tx, member, systemId));
  const { slug } = card;
  const json = 'application/json; charset=utf-8';
  if (format === 'chai') {
    const type = 'application/xml; charset=utf-8';
    return { body: writeChai(card), name: `${slug}.chai.xml`, type };
  }
  if (format === 'atrs') {
    const record = writeAtrs({ ...card, phase: atrsPhase(card.stage) });
    return { body: asJson(record), name: `${slug}.atrs.json`, type: json };
  }
  if (format === 'fhir') {
    const type = 'application/fhir+json; charset=utf-8';
    return { body: asJson(writeFhir(card)), name: `${slug}.fhir.json`, type };
  }
  const dutch = writeNl(card);
  if (!dutch.ok) throw new ServiceError('illegal-state', 'card-incomplete');
  return { body: asJson(dutch.record), name: `${slug}.nl.json`, type: json };
}
