import type { Member } from '#db/actor.server.ts';
import { updateDraft } from '#db/queries/instrument.server.ts';
import { parseInstrument } from '#surveys/model/parse-instrument.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { contentHash } from '../content-hash.server.ts';
import { applyWording, type WordingForm } from './apply-wording.ts';
import {
  auditVersion,
  draftRefusal,
  requireVersion,
  type VersionAddress,
} from './internal.server.ts';
import type { SavedDraft } from './save-draft.server.ts';

/** One language's wording of a draft; structure, scoring and rights stay as they are. */
export async function saveWording(
  member: Member,
  { form, baseHash, ...address }: VersionAddress & { form: WordingForm; baseHash: string },
): Promise<SavedDraft> {
  authorise(member, 'instruments.edit');
  const { organisationId } = member;
  return withActor(member, async (tx): Promise<SavedDraft> => {
    const version = await requireVersion(tx, member, address);
    const parsed = parseInstrument(applyWording(version.document, form));
    if (!parsed.ok) return parsed;
    const document = parsed.instrument;
    const hash = contentHash(document);
    const change = { organisationId, ...address, baseHash, document, contentHash: hash };
    if (!(await updateDraft(tx, change))) throw await draftRefusal(tx, member, address);
    await auditVersion(tx, member, {
      action: 'instrument.wording-saved',
      address,
      detail: { language: form.language, contentHash: hash },
    });
    return { ok: true };
  });
}
