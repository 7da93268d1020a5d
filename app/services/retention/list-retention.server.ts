import type { Member } from '#db/actor.server.ts';
import {
  getRetention,
  listDeletionRecords,
  listRetention,
  type RetainedStudy,
} from '#db/queries/retention.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { retentionPlan, type RetentionPlan } from './retention-plan.ts';

type RetentionStatus = RetentionPlan['state'] | 'deleted';

function describe(study: RetainedStudy, today: string) {
  const { id, title, state, months, hold, responses, deletedOn } = study;
  const plan = retentionPlan(study, today);
  const status: RetentionStatus = deletedOn === null ? plan.state : 'deleted';
  const deletesOn = plan.state === 'scheduled' ? plan.deletesOn : null;
  return { id, title, state, months, hold, responses, status, date: deletedOn ?? deletesOn };
}

/** Every study with its schedule and the day its answers go. */
export async function listRetentionSchedules(member: Member, today: string) {
  authorise(member, 'retention.read');
  const { organisationId } = member;
  const studies = await withActor(member, (tx) => listRetention(tx, { organisationId }));
  return studies.map((study) => describe(study, today));
}

export async function getRetentionSchedule(member: Member, studyId: string, today: string) {
  authorise(member, 'retention.read');
  const params = { organisationId: member.organisationId, studyId };
  return withActor(member, async (tx) => {
    const study = await getRetention(tx, params);
    if (!study) throw new ServiceError('not-found');
    return { study: describe(study, today), records: await listDeletionRecords(tx, params) };
  });
}
