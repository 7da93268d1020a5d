import type { Member } from '#db/actor.server.ts';
import { lockDeployment } from '#db/queries/deployment-period.server.ts';
import { insertFairnessAudit, listFairnessAudits } from '#db/queries/fairness-audit.server.ts';
import type { AuditedGroups } from '#db/schema/fairness-audit.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import {
  readPlans,
  requireWatched,
  type DeploymentIds,
  type PlannedMetric,
} from '../monitoring/internal.server.ts';
import { citedMargin } from '../panel-jobs/cited-margin.server.ts';
import type { CitableMargin } from '../panel-jobs/list-citable-margins.server.ts';
import { auditRegister } from '../register/internal.server.ts';
import { askedPeriod, endOfLastAudit } from './asked-period.ts';
import type { PlannedAudit } from './audit-schema.ts';
import { isReplaceable, lastWithdrawn } from './audit-state.ts';
import { listVersionsHere } from './internal.server.ts';

/** Groups as the plan compares them, with the plan's margins or the one that a panel gave. */
function groupsOf({ subgroups }: PlannedMetric, margin: CitableMargin | null): AuditedGroups[] {
  return subgroups.map(({ dimension, reference, ...planned }) => ({
    ...{ dimension, reference },
    ...(margin === null
      ? {
          margin: planned.margin,
          marginReportId: planned.marginReportId,
          marginReason: planned.marginReason,
        }
      : // Panels answer in percentage points.
        { margin: margin.median / 100, marginReportId: margin.subject.id, marginReason: '' }),
  }));
}

/** States the question of an audit and by when it is to be answered, before anybody looks. */
export async function planAudit(
  member: Member,
  { systemId, deploymentId, ...form }: DeploymentIds & PlannedAudit,
): Promise<{ auditId: string }> {
  const { organisationId, userId: plannedBy } = member;
  const margin = await citedMargin(member, form.marginReportId);
  return withActor(member, async (tx) => {
    await requireWatched(tx, member, { systemId, deploymentId });
    const { current } = await readPlans(tx, { organisationId, deploymentId });
    const metric = current?.metrics.find(({ id }) => id === form.metricId);
    if (!current || !metric || metric.subgroups.length === 0) {
      throw new ServiceError('invalid', 'audit-without-groups');
    }
    if (form.dueOn < today()) throw new ServiceError('invalid', 'audit-due-past');
    await lockDeployment(tx, { organisationId, deploymentId });
    const rows = await listFairnessAudits(tx, { organisationId, deploymentIds: [deploymentId] });
    const { purpose, dueOn, revision } = form;
    const older = rows.find(({ audit }) => audit.id === form.supersedesId) ?? null;
    if (form.supersedesId !== null && (!older || !isReplaceable(rows, older))) {
      throw new ServiceError('invalid', 'audit-superseded');
    }
    const newest = rows[0]?.audit.number ?? 0;
    const { metric: code, part, cohort } = metric;
    const what = { metric: code, part, cohort };
    const versions = await listVersionsHere(tx, { organisationId, deploymentId });
    const period = askedPeriod(form, { versions, lastEnd: endOfLastAudit(rows, what) });
    const question = { ...what, groups: groupsOf(metric, margin), ...period };
    const values = {
      ...{ organisationId, deploymentId, number: revision + 1, planNumber: current.number },
      ...{ ...question, purpose, dueOn, plannedBy },
      supersedesId: older && lastWithdrawn(rows, older).audit.id,
      supersedesReason: older === null ? '' : form.supersedesReason,
    };
    const row = newest === revision ? await insertFairnessAudit(tx, values) : undefined;
    if (!row) throw new ServiceError('conflict', 'edited-meanwhile', { revision: newest });
    await auditRegister(tx, member, {
      action: 'monitoring.fairness-audit-planned',
      subjectId: systemId,
      detail: {
        ...{ deploymentId, number: values.number, planNumber: current.number, ...question, dueOn },
        supersedes: older?.audit.number ?? null,
      },
    });
    return { auditId: row.id };
  });
}
