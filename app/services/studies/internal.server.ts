import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findStudy, listStudySites, lockStudy } from '#db/queries/study.server.ts';
import type { StudyState } from '#db/schema/study.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise, type Permission } from '../../permissions.ts';
import type { AuditAction } from '../audit/audit-actions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';

/**
 * All sites of a study, read by the system: the database shows a member of some sites only theirs,
 * and a study that is fielded elsewhere too is not theirs alone to change.
 */
export async function listAllSiteIds(member: Member, studyId: string): Promise<string[]> {
  const { organisationId } = member;
  const sites = await withActor({ kind: 'system', organisationId }, (tx) =>
    listStudySites(tx, { organisationId, studyId }),
  );
  return sites.map(({ id }) => id);
}

/** Refuses who may not do this at every site of the study; to others the study does not exist. */
export async function authoriseStudy(
  member: Member,
  permission: Permission,
  studyId: string,
): Promise<void> {
  authorise(member, permission);
  const { organisationId } = member;
  const study = await withActor(member, (tx) => findStudy(tx, { organisationId, studyId }));
  if (!study) throw new ServiceError('not-found');
  authorise(member, permission, await listAllSiteIds(member, studyId));
}

export async function requireStudy(tx: Transaction, member: Member, studyId: string) {
  const study = await findStudy(tx, { organisationId: member.organisationId, studyId });
  if (!study) throw new ServiceError('not-found');
  return study;
}

/** Holds the study until the transaction ends and refuses where it is in another state. */
export async function lockStudyIn(
  tx: Transaction,
  member: Pick<Member, 'organisationId'>,
  { studyId, states }: { studyId: string; states: readonly StudyState[] },
): Promise<StudyState> {
  const study = await lockStudy(tx, { organisationId: member.organisationId, studyId });
  if (!study) throw new ServiceError('not-found');
  if (!states.includes(study.state)) {
    throw new ServiceError('illegal-state', `study-is-${study.state}`);
  }
  return study.state;
}

export async function auditStudy(
  tx: Transaction,
  member: StudyActor,
  event: { action: AuditAction; studyId: string; detail?: Record<string, unknown> },
): Promise<void> {
  await writeAudit(tx, {
    organisationId: member.organisationId,
    actor: member.userId,
    action: event.action,
    subjectId: event.studyId,
    detail: event.detail ?? {},
  });
}

/** Who changes a study: a member, or the schedule. */
export type StudyActor = Pick<Member, 'organisationId' | 'userId'>;
