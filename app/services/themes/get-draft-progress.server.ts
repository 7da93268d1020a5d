import type { Member } from '#db/actor.server.ts';
import { listDraftProgress } from '#db/queries/theme-draft.server.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';

/** How far the work on the newest draft of each language is. */
export async function getDraftProgress(member: Member, ids: CodingIds) {
  const { drafts } = await readCoding(member, ids, async (tx, { of }) => ({
    drafts: await listDraftProgress(tx, of),
  }));
  return { drafts };
}

export type DraftProgress = Awaited<ReturnType<typeof getDraftProgress>>;
