import type { Transaction } from '#db/database.ts';
import { findVersion, listVersions } from '#db/queries/instrument.server.ts';
import { itemsContent } from '#surveys/evidence/items-content.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import type { Language } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { contentHash } from '../content-hash.server.ts';

type OfInstrument = { organisationId: string; instrumentId: string };

/** The version that is fielded: the newest published one, or the draft while there is none. */
export async function fieldedDocument(tx: Transaction, params: OfInstrument): Promise<Instrument> {
  const versions = await listVersions(tx, params);
  const version = versions.find(({ state }) => state === 'published') ?? versions[0];
  if (!version) throw new ServiceError('not-found');
  const found = await findVersion(tx, { ...params, number: version.number });
  if (!found) throw new ServiceError('not-found');
  return found.document;
}

export function itemsHash(document: Instrument, language: Language): string {
  return contentHash(itemsContent(document, language));
}
