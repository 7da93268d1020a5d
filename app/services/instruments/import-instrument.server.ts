import type { Member } from '#db/actor.server.ts';
import { importInstrument } from '#surveys/interchange/json/import-instrument.ts';
import type { InstrumentIssue } from '#surveys/model/instrument-issues.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { createInstrument, type VersionAddress } from './internal.server.ts';

export type ImportedInstrument =
  { ok: true; address: VersionAddress } | { ok: false; issues: InstrumentIssue[] };

/** A file becomes a draft, or nothing is saved and every problem is told. */
export async function importInstrumentFile(
  member: Member,
  { json }: { json: string },
): Promise<ImportedInstrument> {
  authorise(member, 'instruments.design');
  const parsed = importInstrument(json);
  if (!parsed.ok) return parsed;
  const address = await withActor(member, (tx) =>
    createInstrument(tx, member, { document: parsed.instrument, action: 'instrument.imported' }),
  );
  return { ok: true, address };
}
