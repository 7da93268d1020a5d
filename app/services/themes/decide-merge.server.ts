import type { Member } from '#db/actor.server.ts';
import { findDraft, setMerges } from '#db/queries/theme-draft.server.ts';
import { mergeDecisions, type MergeDecision } from '#db/schema/theme-check.ts';
import { ServiceError } from '../../errors.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';
import type { DraftResult } from './draft-result.ts';

/** What may be said to a proposed merge; open: what was said is taken back. */
export const mergeChoices = [...mergeDecisions, 'open'] as const;
export type MergeChoice = (typeof mergeChoices)[number];

/**
 * Joins small themes of a draft that the machine holds to be one, or leaves them apart. Only the draft is
 * seen otherwise by that: codes that were made of it before stay as they are.
 */
export async function decideMerge(
  member: Member,
  {
    draftId,
    merge,
    choice,
    ...ids
  }: CodingIds & {
    draftId: string;
    /** Its place among the proposals; null: all that nobody has decided yet, or all to be taken back. */
    merge: number | null;
    choice: MergeChoice;
  },
): Promise<void> {
  await changeCoding(member, { ...ids, permission: 'themes.manage' }, async (tx, { of }) => {
    const draft = await findDraft(tx, { ...of, id: draftId });
    const proposed = (draft?.result as DraftResult | null | undefined)?.merges;
    if (!draft || !proposed) throw new ServiceError('not-found');
    if (merge !== null && !proposed[merge]) throw new ServiceError('not-found');
    const decided = draft.merges;
    const isMeant = (place: number) =>
      merge === null ? choice === 'open' || decided[place] === undefined : place === merge;
    const merges = Object.fromEntries(
      [...proposed.keys()].flatMap((place): [string, MergeDecision][] => {
        const now = isMeant(place) ? choice : (decided[place] ?? 'open');
        return now === 'open' ? [] : [[String(place), now]];
      }),
    );
    await setMerges(tx, { ...of, draftId, merges });
  });
}
