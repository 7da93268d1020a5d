import type { Member } from '#db/actor.server.ts';
import { updateDraft } from '#db/queries/instrument.server.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { parseInstrument } from '#surveys/model/parse-instrument.ts';
import { withActor } from '../../database.server.ts';
import { contentHash } from '../content-hash.server.ts';
import {
  auditVersion,
  draftRefusal,
  requireVersion,
  type VersionAddress,
} from './internal.server.ts';
import type { SavedDraft } from './save-draft.server.ts';

/**
 * Changes one thing in a draft's document, once the caller has authorised it. `baseHash`: what the writer
 * started from. A document that would not be sound is not saved.
 */
export async function changeDraft(
  member: Member,
  { baseHash, ...address }: VersionAddress & { baseHash: string },
  change: (document: Instrument) => Instrument,
): Promise<SavedDraft> {
  const { organisationId } = member;
  return withActor(member, async (tx): Promise<SavedDraft> => {
    const version = await requireVersion(tx, member, address);
    const parsed = parseInstrument(change(version.document));
    if (!parsed.ok) return parsed;
    const document = parsed.instrument;
    const hash = contentHash(document);
    const update = { organisationId, ...address, baseHash, document, contentHash: hash };
    if (!(await updateDraft(tx, update))) throw await draftRefusal(tx, member, address);
    await auditVersion(tx, member, {
      action: 'instrument.draft-saved',
      address,
      detail: { contentHash: hash },
    });
    return { ok: true };
  });
}
