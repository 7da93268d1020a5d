import { listClosedStudies } from '#db/queries/retention.server.ts';
import { withActor } from '../../database.server.ts';
import { purgeStudy } from './purge-study.server.ts';
import { retentionPlan } from './retention-plan.ts';
import { warnCustodians } from './warn-custodians.server.ts';

/** One day's work: warns whoever must be warned and deletes what is past its time. */
export async function applyRetention(today: string): Promise<void> {
  const studies = await withActor({ kind: 'system', organisationId: null }, listClosedStudies);
  for (const study of studies) {
    const plan = retentionPlan(study, today);
    if (plan.state !== 'scheduled') continue;
    const dates = { today, deletesOn: plan.deletesOn };
    switch (plan.due) {
      case 'nothing':
        break;
      case 'first-warning':
        await warnCustodians(study, 'first', dates);
        break;
      case 'last-warning':
        await warnCustodians(study, 'last', dates);
        break;
      case 'deletion':
        await purgeStudy({ organisationId: study.organisationId, studyId: study.id }, today);
        break;
    }
  }
}
