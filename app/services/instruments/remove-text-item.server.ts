import type { Member } from '#db/actor.server.ts';
import { authorise } from '../../permissions.ts';
import { withoutTextItem } from './apply-text-item.ts';
import { changeDraft } from './change-draft.server.ts';
import type { VersionAddress } from './internal.server.ts';
import type { SavedDraft } from './save-draft.server.ts';

/** Takes a question that is answered in words out of a draft. */
export async function removeTextItem(
  member: Member,
  { id, ...draft }: VersionAddress & { baseHash: string; id: string },
): Promise<SavedDraft> {
  authorise(member, 'instruments.design');
  return changeDraft(member, draft, (document) => withoutTextItem(document, id));
}
