import type { Member } from '#db/actor.server.ts';
import {
  acceptSuggestion,
  insertAssignments,
  listAssignments,
  removeAssignments,
} from '#db/queries/code-assignment.server.ts';
import { listCodes } from '#db/queries/codebook.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { decideDoubleReading, listDoubleReadings } from '#db/queries/double-reading.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';
import { effectiveCodes } from './effective-codes.ts';

export type Verdict = CodingIds & {
  contributionId: string;
  codes: readonly string[];
  reason: string;
};

/**
 * Decides which codes a text has where two readers differ, with a reason. The decision is what counts from
 * then on; the agreement stays as it was.
 */
export async function adjudicate(member: Member, verdict: Verdict): Promise<void> {
  const { contributionId, codes, reason, ...ids } = verdict;
  await changeCoding(member, { ...ids, permission: 'themes.manage' }, async (tx, { of }) => {
    const text = (await listCodedTexts(tx, of)).find(({ id }) => id === contributionId);
    const double = (await listDoubleReadings(tx, of)).find(
      (one) => one.contributionId === contributionId,
    );
    if (!text || !double?.firstCodes) throw new ServiceError('conflict', 'words-gone');
    const codeOf = effectiveCodes(await listCodes(tx, of));
    const decided = codes.filter((code) => codeOf.get(code) === code);
    if (decided.length < codes.length) throw new ServiceError('conflict', 'code-not-in-use');
    const isFirst = await decideDoubleReading(tx, {
      ...{ ...of, contributionId, decidedCodes: [...decided].sort(), reason },
      ...{ decidedBy: member.userId, decidedOn: today() },
    });
    if (!isFirst) throw new ServiceError('conflict', 'adjudicated-already');
    const inText = ({ contributionId: id }: { contributionId: string }) => id === contributionId;
    const first = (await listAssignments(tx, { ...of, reading: 'first' })).filter(inText);
    const second = (await listAssignments(tx, { ...of, reading: 'second' })).filter(inText);
    const counts = ({ codeId }: { codeId: string }) => decided.includes(codeOf.get(codeId) ?? '');
    await removeAssignments(tx, {
      ...{ ...of, by: member.userId },
      ids: first.filter((one) => !counts(one)).map(({ id }) => id),
    });
    // Nobody could answer a proposal afterwards: whoever decides for its code accepts it.
    for (const { id } of first.filter((one) => counts(one) && one.origin === 'suggested')) {
      await acceptSuggestion(tx, { ...of, id, by: member.userId });
    }
    const standing = new Set(first.filter(counts).map(({ codeId }) => codeOf.get(codeId)));
    const missing = decided.filter((code) => !standing.has(code));
    await insertAssignments(
      tx,
      missing.map((codeId) => {
        // Where the second reader saw it, else in all of the words.
        const seen = second.find((one) => codeOf.get(one.codeId) === codeId);
        return {
          ...({ ...of, contributionId, codeId, origin: 'human', reading: 'first' } as const),
          ...{ start: seen?.start ?? 0, end: seen?.end ?? text.text.length },
          ...{ offered: false, by: member.userId },
        };
      }),
    );
    await auditPanel(tx, member, {
      action: 'themes.adjudicated',
      panelId: ids.panelId,
      detail: { contribution: contributionId },
    });
  });
}
