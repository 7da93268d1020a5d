import type { Transaction } from '#db/database.ts';
import {
  deleteStudyData,
  getRetention,
  insertDeletionRecord,
} from '#db/queries/retention.server.ts';
import { lockStudy, type OfStudy } from '#db/queries/study.server.ts';
import { listTextsOfStudy } from '#db/queries/survey-round.server.ts';
import { withActor } from '../../database.server.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { eraseWords } from '../contributions/erase-words.server.ts';
import { retentionPlan } from './retention-plan.ts';

/** What was written goes wherever it stands, as if everybody had taken their words back. Returns how many texts. */
async function removeSurveyWords(tx: Transaction, params: OfStudy, on: string): Promise<number> {
  const { organisationId } = params;
  const texts = await listTextsOfStudy(tx, params);
  for (const text of texts) await eraseWords(tx, { organisationId, ...text, on });
  return texts.length;
}

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
    const words = await removeSurveyWords(tx, params, today);
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
    if (words > 0) {
      const record = { organisationId, studyId, kind: 'words', rows: words, rule } as const;
      await insertDeletionRecord(tx, { ...record, deletedOn: today });
    }
    await writeAudit(tx, {
      organisationId,
      actor: 'purge-responses',
      action: 'retention.deleted',
      subjectId: studyId,
      detail: { ...rows, ...(words > 0 ? { words } : {}), rule },
    });
    return true;
  });
}
