import type { Member } from '#db/actor.server.ts';
import { authorise } from '../../permissions.ts';
import { withTextItem, type TextItemForm } from './apply-text-item.ts';
import { changeDraft } from './change-draft.server.ts';
import type { VersionAddress } from './internal.server.ts';
import type { SavedDraft } from './save-draft.server.ts';

/** Adds a question that is answered in words to a draft, or changes the one of this id. */
export async function saveTextItem(
  member: Member,
  { form, ...draft }: VersionAddress & { baseHash: string; form: TextItemForm },
): Promise<SavedDraft> {
  authorise(member, 'instruments.design');
  return changeDraft(member, draft, (document) => withTextItem(document, form));
}
