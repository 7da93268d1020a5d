import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { lockDeployment } from '#db/queries/deployment-period.server.ts';
import { insertFairnessAudit, listFairnessAudits } from '#db/queries/fairness-audit.server.ts';
import type { AuditedGroups } from '#db/schema/fairness-audit.ts';
import { withActor } from '../../database.server.ts';
import { FieldsRefused, ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import {
  readPlans,
  requireManaged,
  requireManagedNotRetired,
  type DeploymentIds,
  type PlannedMetric,
} from '../monitoring/internal.server.ts';
import {
  listCitableMargins,
  type CitableMargin,
} from '../panel-jobs/list-citable-margins.server.ts';
import { usableMargin } from '../panel-jobs/usable-margins.ts';
import { auditRegister } from '../register/internal.server.ts';
import { askedPeriod, endOfLastAudit } from './asked-period.ts';
import { askable, auditRefusals, type TypedAudit } from './audit-refusals.ts';
import type { PlannedAudit } from './audit-schema.ts';
import { lastWithdrawn } from './audit-state.ts';
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

type Typed = DeploymentIds & { form: TypedAudit };

/** Panels' margins, if one is named; read before the transaction, as the system. */
const namedMargins = (member: Member, { marginReportId }: TypedAudit) =>
  marginReportId ? listCitableMargins(member) : Promise.resolve([]);

/** The adopted plan and what else the question is judged by. */
async function readAskedPlace(
  tx: Transaction,
  { organisationId }: Member,
  { deploymentId }: DeploymentIds,
) {
  const { current } = await readPlans(tx, { organisationId, deploymentId });
  return {
    planNumber: current?.number ?? 0,
    metrics: current?.metrics ?? [],
    rows: await listFairnessAudits(tx, { organisationId, deploymentIds: [deploymentId] }),
    versions: await listVersionsHere(tx, { organisationId, deploymentId }),
    today: today(),
  };
}

/**
 * All for which this place would refuse the question, by field, of a form in which something else is wrong as well:
 * whoever mends one finds no other behind it.
 */
export async function refusedOfAudit(
  member: Member,
  { form, ...ids }: Typed,
): Promise<Record<string, string>> {
  const margins = await namedMargins(member, form);
  return withActor(member, async (tx) => {
    await requireManaged(tx, member, ids);
    return auditRefusals(form, { ...(await readAskedPlace(tx, member, ids)), margins });
  });
}

/** States the question of an audit and by when it is to be answered, before anybody looks. */
export async function planAudit(
  member: Member,
  { systemId, deploymentId, ...form }: DeploymentIds & PlannedAudit,
): Promise<{ auditId: string }> {
  const { organisationId, userId: plannedBy } = member;
  const margins = await namedMargins(member, form);
  const margin = form.marginReportId ? usableMargin(margins, form.marginReportId) : null;
  return withActor(member, async (tx) => {
    await requireManagedNotRetired(tx, member, { systemId, deploymentId });
    await lockDeployment(tx, { organisationId, deploymentId });
    const place = await readAskedPlace(tx, member, { systemId, deploymentId });
    const refused = auditRefusals(form, { ...place, margins });
    const metric = askable(place.metrics).find(({ id }) => id === form.metricId);
    if (!metric || Object.keys(refused).length > 0) throw new FieldsRefused(refused);
    const { rows, versions, planNumber } = place;
    const { purpose, dueOn, revision } = form;
    const older = rows.find(({ audit }) => audit.id === form.supersedesId) ?? null;
    const newest = rows[0]?.audit.number ?? 0;
    const { metric: code, part, cohort } = metric;
    const what = { metric: code, part, cohort };
    const period = askedPeriod(form, { versions, lastEnd: endOfLastAudit(rows, what) });
    const question = { ...what, groups: groupsOf(metric, margin), ...period };
    const values = {
      ...{ organisationId, deploymentId, number: revision + 1, planNumber },
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
        ...{ deploymentId, number: values.number, planNumber, ...question, dueOn },
        supersedes: older?.audit.number ?? null,
      },
    });
    return { auditId: row.id };
  });
}
