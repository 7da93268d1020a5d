import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findVersion, listVersions } from '#db/queries/instrument.server.ts';
import {
  compareInstruments,
  type InstrumentComparison,
} from '#surveys/model/compare-instruments.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { requireVersion, type VersionAddress } from './internal.server.ts';

/** Undefined for a first version, which has nothing to be compared with. */
export async function compareWithPredecessor(
  tx: Transaction,
  member: Member,
  { version, ...address }: VersionAddress & { version: { document: Instrument } },
): Promise<InstrumentComparison | undefined> {
  const { organisationId } = member;
  const { instrumentId, number } = address;
  const before = await findVersion(tx, { organisationId, instrumentId, number: number - 1 });
  return before && compareInstruments(before.document, version.document);
}

/** How two versions of an instrument differ, word by word. */
export async function compareVersions(
  member: Member,
  { instrumentId, before, after }: { instrumentId: string; before: number; after: number },
) {
  authorise(member, 'instruments.read');
  return withActor(member, async (tx) => {
    const old = await requireVersion(tx, member, { instrumentId, number: before });
    const fresh = await requireVersion(tx, member, { instrumentId, number: after });
    const versions = await listVersions(tx, {
      organisationId: member.organisationId,
      instrumentId,
    });
    return {
      title: fresh.document.title,
      numbers: versions.map(({ number }) => number),
      statement: { claim: fresh.equivalence, note: fresh.equivalenceNote },
      comparison: compareInstruments(old.document, fresh.document),
    };
  });
}
