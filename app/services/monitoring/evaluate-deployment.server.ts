import { insertAlert, insertAlertEvent } from '#db/queries/alert.server.ts';
import {
  listEvaluationInputs,
  listEvaluations,
  saveEvaluation,
} from '#db/queries/deployment-evaluation.server.ts';
import { findDeploymentSlug } from '#db/queries/deployment.server.ts';
import { listPeriods } from '#db/queries/deployment-period.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { addDays } from '../../days.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { log } from '../../log.server.ts';
import { isRetired } from '../register/stages.ts';
import type { PlannedMetric } from './internal.server.ts';
import { inputsOf, isComputable } from './kept-evaluation.ts';
import { stampMetrics } from './oversight/find-stamp.ts';
import { readToldOfPeople } from './oversight/read-people.server.ts';
import { daysToTriage } from './plan-words.ts';
import { readWatched } from './read-watched.server.ts';
import type { Signal } from './signals.ts';

type OfDeployment = { organisationId: string; deploymentId: string };

/** Sums with their simulations take seconds, but a thread may have to come free first. */
const patienceMs = 600_000;

async function isOutOfUse(tx: Transaction, ofDeployment: OfDeployment): Promise<boolean> {
  const { organisationId, deploymentId } = ofDeployment;
  const found = await findDeploymentSlug(tx, ofDeployment);
  if (!found) return false;
  const { systemId } = found;
  const stages = await listStageEvents(tx, { organisationId, systemId });
  return isRetired(stages, { systemId, id: deploymentId });
}

/** All that is computed from, and how much there was of it; null where there is nothing. */
async function readFacts(tx: Transaction, ofDeployment: OfDeployment, today: string) {
  // Asked first: what comes in while this is read is never taken for counted.
  const [inputs] = await listEvaluationInputs(tx, ofDeployment);
  if (!inputs || !isComputable(inputs)) return null;
  const { watched, told, current } = await readWatched(tx, ofDeployment, today);
  const people = await readToldOfPeople(tx, ofDeployment, current, stampMetrics);
  const periods = await listPeriods(tx, ofDeployment);
  const runsSince = periods.find(({ supersededAt }) => supersededAt === null)?.validFrom ?? null;
  return {
    inputs,
    computation: { watched, told, people, runsSince, today },
    isOver: await isOutOfUse(tx, ofDeployment),
  };
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
 * Computes what is planned for a deployment, and what is concluded of people there, in a thread of its own, keeps
 * what the board reads of it, and opens the alerts that follow. Computing again opens none twice: an alert is one
 * rule, metric, group and period. What came in meanwhile has asked for another computation; this one is kept as of
 * what it was made from, so that whoever sends often keeps nothing from being seen. Only of what was taken back
 * nothing is said.
 */
export async function evaluateDeployment(
  ofDeployment: OfDeployment,
  today: string,
): Promise<{ opened: number }> {
  const actor = { kind: 'system', organisationId: ofDeployment.organisationId } as const;
  const facts = await withActor(actor, (tx) => readFacts(tx, ofDeployment, today));
  if (!facts) return { opened: 0 };
  const { inputs, computation, isOver } = facts;
  const found = await compute('monitoring', computation, {
    ...{ signal: AbortSignal.timeout(patienceMs), onProgress: () => undefined },
  });
  return withActor(actor, async (tx) => {
    const [now] = await listEvaluationInputs(tx, ofDeployment);
    if (!now || now.withdrawals !== inputs.withdrawals) return { opened: 0 };
    const [stored] = await listEvaluations(tx, ofDeployment);
    const own = { asOf: today, inputs: inputsOf(inputs) };
    const newest = inputsOf(now);
    if (own.inputs === newest || stored?.inputs !== newest) {
      const metrics = found.metrics.map(({ kept }) => kept);
      await saveEvaluation(tx, { ...ofDeployment, ...own, metrics, stamp: found.stamp });
    }
    let opened = 0;
    for (const [place, { planned }] of computation.watched.entries()) {
      for (const signal of found.metrics[place]?.signals ?? []) {
        // Of what is retired no more numbers are awaited.
        if (isOver && signal.kind === 'nothing-sent') continue;
        if (await openAlert(tx, ofDeployment, planned, signal, today)) opened += 1;
      }
    }
    return { opened };
  });
}

/**
 * Every deployment with a plan or with numbers, each in a transaction of its own: numbers that did not come are seen
 * so, and that review may be a rubber stamp is concluded without a plan. One that fails keeps none of the others
 * from being looked at.
 */
export async function evaluateAll(today: string): Promise<void> {
  const places = await withActor({ kind: 'system', organisationId: null }, (tx) =>
    listEvaluationInputs(tx, {}),
  );
  const errors: unknown[] = [];
  for (const { organisationId, deploymentId } of places.filter(isComputable)) {
    try {
      await evaluateDeployment({ organisationId, deploymentId }, today);
    } catch (err) {
      log.error({ err, deploymentId }, 'a deployment could not be evaluated');
      errors.push(err);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'deployments could not be evaluated');
}
