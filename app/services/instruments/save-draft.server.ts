import type { Member } from '#db/actor.server.ts';
import { updateDraft } from '#db/queries/instrument.server.ts';
import { importInstrument } from '#surveys/interchange/json/import-instrument.ts';
import type { InstrumentIssue } from '#surveys/model/instrument-issues.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { contentHash } from '../content-hash.server.ts';
import {
  auditVersion,
  draftRefusal,
  requireVersion,
  type VersionAddress,
} from './internal.server.ts';

export type SavedDraft = { ok: true } | { ok: false; issues: InstrumentIssue[] };

/** Replaces a draft's whole document. `baseHash`: what the writer started from. */
export async function saveDraft(
  member: Member,
  { json, baseHash, ...address }: VersionAddress & { json: string; baseHash: string },
): Promise<SavedDraft> {
  authorise(member, 'instruments.design');
  const parsed = importInstrument(json);
  if (!parsed.ok) return parsed;
  const document = parsed.instrument;
  return withActor(member, async (tx): Promise<SavedDraft> => {
    const { slug } = (await requireVersion(tx, member, address)).document;
    if (document.slug !== slug) {
      return { ok: false, issues: [{ path: '/slug', code: 'unknown-value' }] };
    }
    const hash = contentHash(document);
    const { organisationId } = member;
    const change = { organisationId, ...address, baseHash, document, contentHash: hash };
    if (!(await updateDraft(tx, change))) throw await draftRefusal(tx, member, address);
    await auditVersion(tx, member, {
      action: 'instrument.draft-saved',
      address,
      detail: { contentHash: hash },
    });
    return { ok: true };
  });
}
