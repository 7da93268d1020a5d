import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import { insertAssignments } from '#db/queries/code-assignment.server.ts';
import { insertCode, insertCodebookEvent, listCodes } from '#db/queries/codebook.server.ts';
import { listCodedTexts, nextVersion } from '#db/queries/coding.server.ts';
import { listDoubleReadings } from '#db/queries/double-reading.server.ts';
import { findDraft } from '#db/queries/theme-draft.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';
import type { DraftResult } from './draft-result.ts';
import { joinDraftThemes } from './join-draft-themes.ts';
import { requireFreeName } from './require-free-name.ts';

/**
 * Makes a code of one theme of a draft, joined as people decided, and proposes it for the answers that the draft put there. Nothing
 * is coded by that: each proposal waits for a person.
 */
export async function adoptDraft(
  member: Member,
  {
    draftId,
    parts,
    name,
    version,
    ...ids
  }: CodingIds & {
    draftId: string;
    /** The small themes that the reader saw as one. */
    parts: readonly number[];
    name: string;
    version: number;
  },
): Promise<void> {
  await changeCoding(member, { ...ids, permission: 'themes.manage' }, async (tx, { of }) => {
    const draft = await findDraft(tx, { ...of, id: draftId });
    const result = draft?.result as DraftResult | null | undefined;
    if (!draft || !result) throw new ServiceError('not-found');
    const found = joinDraftThemes(result, draft.merges).find(
      (theme) => theme.parts.join() === parts.join(),
    );
    if (!found) throw new ServiceError('conflict', 'draft-joined-otherwise');
    const number = await nextVersion(tx, { ...of, version });
    if (number === undefined) throw new ServiceError('conflict', 'codebook-changed');
    requireFreeName(await listCodes(tx, of), name);
    const codeId = randomUUID();
    await insertCode(tx, { ...of, id: codeId, name, description: '' });
    await insertCodebookEvent(tx, {
      ...{ ...of, number, kind: 'create', codeId, change: { name, description: '' } },
      ...{ reason: '', by: member.userId },
    });
    const members = new Set(found.contributionIds);
    for (const { contributionId, decidedCodes } of await listDoubleReadings(tx, of)) {
      if (decidedCodes !== null) members.delete(contributionId);
    }
    const texts = (await listCodedTexts(tx, of)).filter(({ id }) => members.has(id));
    await insertAssignments(
      tx,
      texts.map(({ id, text }) => ({
        ...{ ...of, contributionId: id, codeId, start: 0, end: text.length },
        ...({ origin: 'suggested', reading: 'first', offered: false, by: null } as const),
      })),
    );
    await auditPanel(tx, member, {
      action: 'themes.codebook-changed',
      panelId: ids.panelId,
      detail: { code: 'adopt', number },
    });
  });
}
