import {
  deleteStudyData,
  getRetention,
  insertDeletionRecord,
} from '#db/queries/retention.server.ts';
import { lockStudy, type OfStudy } from '#db/queries/study.server.ts';
import { withActor } from '../../database.server.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { retentionPlan } from './retention-plan.ts';

/**
 * Deletes what the schedule says, and keeps a record of how much: in one transaction, which asks
 * again under a lock whether the deletion is still due.
 */
export async function purgeStudy(params: OfStudy, today: string): Promise<boolean> {
  const { organisationId, studyId } = params;
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    await lockStudy(tx, params);
    const study = await getRetention(tx, params);
    if (!study || study.state !== 'closed' || study.deletedOn !== null) return false;
    const plan = retentionPlan(study, today);
    if (plan.state !== 'scheduled' || plan.due !== 'deletion') return false;
    const rows = await deleteStudyData(tx, params);
    const rule = `months-after-closing/${study.months}`;
    for (const kind of ['responses', 'invitations'] as const) {
      await insertDeletionRecord(tx, {
        organisationId,
        studyId,
        kind,
        rows: rows[kind],
        rule,
        deletedOn: today,
      });
    }
    await writeAudit(tx, {
      organisationId,
      actor: 'purge-responses',
      action: 'retention.deleted',
      subjectId: studyId,
      detail: { ...rows, rule },
    });
    return true;
  });
}
