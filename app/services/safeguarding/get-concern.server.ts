import type { Member } from '#db/actor.server.ts';
import { findContact } from '#db/queries/safeguarding.server.ts';
import { ServiceError } from '../../errors.ts';
import { readOriginal } from '../contributions/read-original.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { requireConcern } from './change-concern.server.ts';
import type { ConcernIds } from './concern-params.ts';

/** Words that were taken back are gone, and so is their original. */
async function readWords(member: Member, panelId: string, contributionId: string | null) {
  if (contributionId === null) return null;
  const ids = { panelId, contributionId, purpose: 'safeguarding' } as const;
  return readOriginal(member, ids, (_tx, { text, language }) =>
    Promise.resolve({ text, language }),
  ).catch((error: unknown) => {
    if (error instanceof ServiceError && error.code === 'not-found') return null;
    throw error;
  });
}

/**
 * A concern with the person's words and how to reach them, for the person it is routed to and once they
 * have said that they look at it. Reading the words is recorded like any reading of an original.
 */
export async function getConcern(member: Member, ids: ConcernIds) {
  const { panelId } = ids;
  const page = await readPanel(member, { panelId, permission: 'sites.read' }, async (tx) => {
    const { note, memberId, ...concern } = await requireConcern(tx, member, ids);
    const { organisationId } = member;
    const contactOf = (id: string) => findContact(tx, { organisationId, panelId, memberId: id });
    const isSeen = concern.seenAt !== null;
    return {
      concern,
      isSeen,
      note: isSeen ? note : '',
      isOfSurvey: memberId === null,
      contact: isSeen && memberId !== null ? ((await contactOf(memberId)) ?? null) : null,
    };
  });
  const { contributionId } = page.concern;
  return { ...page, words: page.isSeen ? await readWords(member, panelId, contributionId) : null };
}
