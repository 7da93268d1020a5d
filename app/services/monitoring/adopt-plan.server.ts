import type { Member } from '#db/actor.server.ts';
import { updatePlan } from '#db/queries/monitoring-plan.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditRegister } from '../register/internal.server.ts';
import { possibleAlerts } from './possible-alerts.ts';
import { sendEvaluation } from './send-evaluation.server.ts';
import {
  requireDraft,
  requireManagedNotRetired,
  type DeploymentIds,
  type PlanInFull,
} from './internal.server.ts';
import { suitsMetric } from './suited-charts.ts';

/** Groups are added after the metric was saved, so that its action for a gap may be missing still. */
const lacksAction = ({ metric, tier, subgroups, actions }: PlanInFull['metrics'][number]) =>
  possibleAlerts(metric, tier, subgroups.length > 0).some(
    (kind) => !actions.some(({ alert }) => alert === kind),
  );

/** What a plan lacks to be adopted; a code of `errors`, or null. */
export function missingOfPlan(plan: PlanInFull): string | null {
  if (plan.purpose === '') return 'plan-purpose-missing';
  if (plan.falseAlarmsAYear === null) return 'plan-budget-missing';
  if (plan.metrics.length === 0) return 'plan-metrics-missing';
  const isSuited = plan.metrics.every(({ chart, metric }) => suitsMetric(chart, metric));
  if (!isSuited) return 'plan-chart-unsuited';
  if (plan.metrics.some(lacksAction)) return 'plan-actions-missing';
  const declared = plan.metrics.reduce((sum, metric) => sum + (metric.falseAlarmsAYear ?? 0), 0);
  return declared > plan.falseAlarmsAYear ? 'plan-budget-exceeded' : null;
}

/** Adopts the draft: from then on it is frozen and counts, until a later one is adopted. */
export async function adoptPlan(
  member: Member,
  { revision, ...ids }: DeploymentIds & { revision: number },
): Promise<void> {
  const { organisationId, userId: adoptedBy } = member;
  const { deploymentId, systemId } = ids;
  await withActor(member, async (tx) => {
    await requireManagedNotRetired(tx, member, ids);
    const draft = await requireDraft(tx, { organisationId, deploymentId }, revision);
    const missing = missingOfPlan(draft);
    if (missing !== null) throw new ServiceError('illegal-state', missing);
    const adopted = await updatePlan(tx, {
      ...{ organisationId, planId: draft.id, revision, state: 'adopted', adoptedBy },
      adoptedAt: new Date(),
    });
    if (!adopted) throw new ServiceError('conflict', 'edited-meanwhile', { revision });
    await auditRegister(tx, member, {
      action: 'monitoring.plan-adopted',
      subjectId: systemId,
      detail: { deploymentId, number: adopted.number },
    });
  });
  await sendEvaluation({ organisationId, deploymentId });
}
