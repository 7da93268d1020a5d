import type { Member } from '#db/actor.server.ts';
import { findPersonOfPanel } from '#db/queries/progress.server.ts';
import { findNamedEntry } from '#db/queries/pseudonym.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { takePoint } from '../../http/rate-limit.server.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { getStudyFrame } from './get-study-frame.server.ts';
import type { PseudonymInput } from './pseudonym-schema.ts';

/** What the trail says of an opening: what was asked by, never both sides of the entry. */
function askedBy(input: PseudonymInput): Record<string, string | number> {
  return input.intent === 'pseudonym'
    ? { pseudonym: input.pseudonym }
    : { panel: input.panelId, person: input.number };
}

async function findPerson(
  organisationId: string,
  params: { memberId: string } | { panelId: string; number: number },
) {
  return withActor({ kind: 'system', organisationId }, (tx) =>
    findPersonOfPanel(tx, { organisationId, ...params }),
  );
}

/**
 * Opens one entry of a confidential study's key, from either side. The reason and the reading are one
 * transaction; an entry that is not there, because the person never began or has left, is recorded as well.
 */
export async function openPseudonym(
  member: Member,
  { studyId, input }: { studyId: string; input: PseudonymInput },
) {
  authorise(member, 'pseudonyms.open');
  const frame = await getStudyFrame(member, { studyId });
  if (!frame.mayOpenPseudonyms) throw new ServiceError('not-found');
  await takePoint('export', member.userId);
  const { organisationId, userId } = member;
  const key =
    input.intent === 'pseudonym'
      ? input.pseudonym
      : (await findPerson(organisationId, input))?.memberId;
  const custodian = { kind: 'custodian', organisationId, userId, studyId, key: key ?? '' } as const;
  const entry = await withActor(custodian, async (tx) => {
    const found = await findNamedEntry(tx, { organisationId, studyId });
    await writeAudit(tx, {
      ...{ organisationId, actor: userId, action: 'pseudonym.opened', subjectId: studyId },
      detail: { reason: input.reason, found: found !== undefined, ...askedBy(input) },
    });
    return found;
  });
  const person =
    entry?.memberId == null
      ? undefined
      : await findPerson(organisationId, { memberId: entry.memberId });
  if (!entry || !person) return null;
  return { pseudonym: entry.pseudonymId, number: person.number, panel: person.title };
}

export type OpenedPseudonym = Awaited<ReturnType<typeof openPseudonym>>;
