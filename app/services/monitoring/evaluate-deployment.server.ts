import { insertAlert, insertAlertEvent } from '#db/queries/alert.server.ts';
import { listEvaluationInputs, saveEvaluation } from '#db/queries/deployment-evaluation.server.ts';
import { findDeploymentSlug } from '#db/queries/deployment.server.ts';
import { listPeriods } from '#db/queries/deployment-period.server.ts';
import { listAdoptedPlans } from '#db/queries/monitoring-plan.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { addDays } from '../../days.ts';
import { log } from '../../log.server.ts';
import { isRetired } from '../register/stages.ts';
import type { PlannedMetric } from './internal.server.ts';
import { inputsOf, keptOf } from './kept-evaluation.ts';
import { daysToTriage } from './plan-words.ts';
import { signalsOf, type Signal } from './signals.ts';
import { watchDeployment } from './watch-deployment.server.ts';

type OfDeployment = { organisationId: string; deploymentId: string };

async function isOutOfUse(tx: Transaction, ofDeployment: OfDeployment): Promise<boolean> {
  const { organisationId, deploymentId } = ofDeployment;
  const found = await findDeploymentSlug(tx, ofDeployment);
  if (!found) return false;
  const { systemId } = found;
  const stages = await listStageEvents(tx, { organisationId, systemId });
  return isRetired(stages, { systemId, id: deploymentId });
}

/** Opens an alert that does not stand yet; answers with whether it was opened. */
async function openAlert(
  tx: Transaction,
  ofDeployment: OfDeployment,
  planned: PlannedMetric,
  signal: Signal,
  today: string,
): Promise<boolean> {
  const { organisationId } = ofDeployment;
  const { kind, rule, dimension, level, from, to, evidence } = signal;
  const action = planned.actions.find(({ alert }) => alert === kind);
  const dueOn = addDays(today, action?.withinDays ?? daysToTriage[planned.tier]);
  const { metric, part, cohort, tier, id: planMetricId } = planned;
  const alertId = await insertAlert(tx, {
    ...{ ...ofDeployment, kind, rule, tier, metric, part, cohort, dimension, level },
    ...{ periodFrom: from, periodTo: to, planMetricId, evidence, dueOn },
  });
  if (alertId === undefined) return false;
  const detail = { ...evidence, action: action?.action ?? '' };
  const event = { organisationId, alertId, kind: 'opened', recordedBy: 'system' } as const;
  await insertAlertEvent(tx, { ...event, detail, dueOn });
  return true;
}

/**
 * Computes what is planned for a deployment, keeps what the board reads of it, and opens the alerts
 * that follow. Computing again opens none twice: an alert is one rule, metric, group and period.
 */
export async function evaluateDeployment(
  ofDeployment: OfDeployment,
  today: string,
): Promise<{ opened: number }> {
  const { organisationId } = ofDeployment;
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    // Asked first: what comes in while this is computed makes the result out of date, never fresh.
    const [inputs] = await listEvaluationInputs(tx, ofDeployment);
    const { watched, watchedSince } = await watchDeployment(tx, ofDeployment, today);
    if (watchedSince === null || !inputs) return { opened: 0 };
    await saveEvaluation(tx, {
      ...{ ...ofDeployment, asOf: today, inputs: inputsOf(inputs) },
      metrics: watched.map(keptOf),
    });
    let opened = 0;
    const periods = await listPeriods(tx, ofDeployment);
    const runsSince = periods.find(({ supersededAt }) => supersededAt === null)?.validFrom ?? null;
    const isOver = await isOutOfUse(tx, ofDeployment);
    for (const { planned, evaluation, since } of watched) {
      for (const signal of signalsOf(planned, evaluation, { since, runsSince, today })) {
        // Of what is retired no more numbers are awaited.
        if (isOver && signal.kind === 'nothing-sent') continue;
        if (await openAlert(tx, ofDeployment, planned, signal, today)) opened += 1;
      }
    }
    return { opened };
  });
}

/**
 * Every deployment with a plan, each in a transaction of its own: numbers that did not come are seen so.
 * One that fails keeps none of the others from being looked at.
 */
export async function evaluateAll(today: string): Promise<void> {
  const plans = await withActor({ kind: 'system', organisationId: null }, (tx) =>
    listAdoptedPlans(tx, {}),
  );
  const errors: unknown[] = [];
  const organisationOf = new Map(plans.map((plan) => [plan.deploymentId, plan.organisationId]));
  for (const [deploymentId, organisationId] of organisationOf) {
    try {
      await evaluateDeployment({ organisationId, deploymentId }, today);
    } catch (err) {
      log.error({ err, deploymentId }, 'a deployment could not be evaluated');
      errors.push(err);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'deployments could not be evaluated');
}
