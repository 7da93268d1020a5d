import type { Transaction } from '#db/database.ts';
import { findInstrumentDocument } from '#db/queries/fielded-study.server.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { parseInstrument } from '#surveys/model/parse-instrument.ts';
import { ServiceError } from '../../errors.ts';

const maximumKept = 50;
const parsedByHash = new Map<string, Instrument>();

/**
 * The instrument of a fielded study. A published version never changes, so what was parsed once is
 * kept by its content hash; the oldest goes when there are too many.
 */
export async function loadInstrument(
  tx: Transaction,
  version: { organisationId: string; versionId: string; contentHash: string },
): Promise<Instrument> {
  const known = parsedByHash.get(version.contentHash);
  if (known) return known;
  const parsed = parseInstrument(await findInstrumentDocument(tx, version));
  if (!parsed.ok) throw new ServiceError('illegal-state', 'instrument-unreadable');
  const [oldest] = parsedByHash.keys();
  if (oldest !== undefined && parsedByHash.size >= maximumKept) parsedByHash.delete(oldest);
  parsedByHash.set(version.contentHash, parsed.instrument);
  return parsed.instrument;
}
