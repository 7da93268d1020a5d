import { achievedAlarms } from '#analysis/monitoring/false-alarms/achieved-alarms.ts';
import { boardBudget } from '#analysis/monitoring/false-alarms/board-budget.ts';
import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listSystems } from '#db/queries/ai-system.server.ts';
import { listAlerts, listClosings } from '#db/queries/alert-course.server.ts';
import { listAlarmBudgets } from '#db/queries/chart-baseline.server.ts';
import { listDeployments } from '#db/queries/deployment.server.ts';
import { listAdoptedPlans } from '#db/queries/monitoring-plan.server.ts';
import { listStageConditions } from '#db/queries/stage-condition.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { overdueConditions } from '../register/awaited-of.ts';
import { stageHere } from '../register/fitting-stages.ts';
import { isRetired } from '../register/stages.ts';
import { standingOfCalibration } from './calibration-verdict.ts';
import type { KeptMetric } from './kept-evaluation.ts';
import { countStandings, standingOfMetric } from './metric-standing.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { readEvaluations } from './read-evaluations.server.ts';
import { groupName, metricName } from './metric-words.ts';
import { sayFinding } from './read-metric.ts';
import { saidTogether, sayCalibration } from './say-calibration.ts';
import { sendEvaluation } from './send-evaluation.server.ts';

const yearLength = 365.25 * 86_400_000;

/** Years of watching of all charts together, and how many alerts turned out to be nothing. */
function achieved(
  closings: Awaited<ReturnType<typeof listClosings>>,
  first: string | undefined,
  { declared, waiting }: { declared: number | null; waiting: number },
) {
  // Before anything was closed nobody knows what was false.
  if (first === undefined || declared === null || closings.length === 0) return null;
  const last = new Map(closings.map(({ alertId, detail }) => [alertId, detail['conclusion']]));
  const falseOnes = [...last.values()].filter((conclusion) => conclusion === 'false-alarm').length;
  const years = Math.max(1 / 12, (Date.parse(today()) - Date.parse(first)) / yearLength);
  const { reading, ...found } = achievedAlarms(falseOnes, years, declared);
  // What waits may yet turn out to be false: while most does, the rate says how much was answered.
  return { ...found, closed: last.size, reading: waiting > last.size ? null : reading };
}

type Alerts = Awaited<ReturnType<typeof listAlerts>>;

const raisesAlerts = ({ tier }: KeptMetric) => tier !== 'exploratory';

/** A metric in a sentence: its chart, and of calibration where bands, slope and groups do not hold beside it. */
function sentenceOf(reader: MonitoringReader, metric: KeptMetric): string {
  const { sentence } = sayFinding(reader, metric, metric.finding);
  const { calibration } = metric;
  return calibration
    ? saidTogether(reader, sentence, sayCalibration(reader, calibration))
    : sentence;
}

/** What is of concern at a place now: signals, calibration and gaps, of what may page somebody. */
function concernsOf(reader: MonitoringReader, metrics: readonly KeptMetric[]): string[] {
  return metrics.filter(raisesAlerts).flatMap((metric) => {
    const name = metricName(reader, metric);
    const gaps = metric.gaps.map((gap) =>
      reader.t('read.gap', { metric: name, group: groupName(reader, gap) }),
    );
    return standingOfMetric(metric) === 'concern' ? [sentenceOf(reader, metric), ...gaps] : gaps;
  });
}

/** Calibration that lies off in a band or group as far as chance alone may take it: told, and of no concern. */
function remarksOf(reader: MonitoringReader, metrics: readonly KeptMetric[]): string[] {
  return metrics
    .filter(raisesAlerts)
    .filter(({ calibration }) => calibration !== null && standingOfCalibration(calibration).isOff)
    .filter((metric) => standingOfMetric(metric) !== 'concern')
    .map((metric) => sentenceOf(reader, metric));
}

/** The worst first; what is said of places of one weight stands in the order of their names. */
const weights = ['concern', 'waiting', 'unplanned', 'computing', 'calm'] as const;
type Weight = (typeof weights)[number];

type Found = {
  isPlanned: boolean;
  asOf: string | null;
  concerns: string[];
  /** Review may be a rubber stamp, which is concluded with a plan and without. */
  isStamped: boolean;
  open: number;
};
function weightOf({ isPlanned, asOf, concerns, isStamped, open }: Found): Weight {
  if (concerns.length > 0 || isStamped) return 'concern';
  if (!isPlanned) return 'unplanned';
  if (asOf === null) return 'computing';
  // What was of concern and has no answer yet is not good news, even if the newest numbers are.
  return open > 0 ? 'waiting' : 'calm';
}

/** Each deployment with what was found of it, from what is kept: nothing is computed here. */
async function readRows(
  tx: Transaction,
  member: Member,
  { reader, waiting }: { reader: MonitoringReader; waiting: Alerts },
) {
  const { organisationId } = member;
  const places = await readEvaluations(tx, { organisationId });
  const systems = await listSystems(tx, { organisationId });
  const names = new Map(systems.map(({ id, name }) => [id, name]));
  const stages = await listStageEvents(tx, { organisationId });
  const deployments = await listDeployments(tx, { organisationId });
  const running = deployments.filter((deployment) => !isRetired(stages, deployment));
  return running.map(({ id, systemId, site, unit }) => {
    const { isPlanned = false, found = null, isFresh = true } = places.get(id) ?? {};
    const open = waiting.filter(({ alert }) => alert.deploymentId === id);
    const isStamped = found?.stamp === 'sign';
    const own = {
      ...{ open: open.length, isPlanned, isStamped, asOf: found?.asOf ?? null },
      concerns: isPlanned && found ? concernsOf(reader, found.metrics) : [],
    };
    return {
      ...{ ...own, weight: weightOf(own) },
      ...{ deploymentId: id, systemId, site, unit, name: names.get(systemId) ?? {} },
      remarks: isPlanned && found ? remarksOf(reader, found.metrics) : [],
      stage: stageHere(stages, { systemId, id }),
      isFresh,
      kept: isPlanned ? (found?.metrics ?? []) : [],
    };
  });
}

/** Conditions whose day has passed, of every system and place, those that are due longest first. */
async function readOverdue(tx: Transaction, { organisationId }: Member) {
  const conditions = await listStageConditions(tx, { organisationId });
  const events = await listStageEvents(tx, { organisationId });
  const deployments = await listDeployments(tx, { organisationId });
  const systems = await listSystems(tx, { organisationId });
  const overdue = systems.flatMap(({ id: systemId, name }) => {
    const places = deployments.filter((place) => place.systemId === systemId);
    const told = { events, conditions, today: today() };
    return overdueConditions(told, { systemId, places }).map(
      ({ id, deploymentId, text, dueOn }) => {
        const place = places.find((one) => one.id === deploymentId);
        return { id, systemId, deploymentId, name, text, dueOn, place: place ?? null };
      },
    );
  });
  return overdue.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}
type Row = Awaited<ReturnType<typeof readRows>>[number];

/** What charts that raise alerts give in false alarms. */
const chartsOf = (rows: readonly Row[]) =>
  rows.flatMap(({ deploymentId, kept }) =>
    kept.filter(raisesAlerts).map(({ id, looksAYear, falseAlarmsPerLook }) => ({
      ...{ id: `${deploymentId} ${id}`, pointsPerYear: looksAYear },
      falseAlarmsPerPoint: falseAlarmsPerLook,
    })),
  );

/** What the whole board reads: every deployment in a sentence, and what it accepts in false alarms. */
export async function getBoardMonitoring(member: Member, reader: MonitoringReader) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const page = await withActor(member, async (tx) => {
    const alerts = await listAlerts(tx, { organisationId });
    const open = alerts.filter(({ alert }) => alert.state !== 'closed');
    const waiting = open.length;
    const rows = await readRows(tx, member, { reader, waiting: open });
    const budgets = await listAlarmBudgets(tx, { organisationId });
    const plans = await listAdoptedPlans(tx, { organisationId });
    const since = plans.flatMap(({ adoptedAt }) => adoptedAt?.toISOString().slice(0, 10) ?? []);
    const declared = budgets[0]?.falseAlarmsAYear ?? null;
    const charts = chartsOf(rows);
    const closings = await listClosings(tx, { organisationId });
    return {
      ...{ rows, budgets, declared, waiting, charts: charts.length },
      overdue: await readOverdue(tx, member),
      mayDeclare: can(member, 'alarm-budget.declare'),
      expected: boardBudget(charts, declared),
      achieved: achieved(closings, since.sort()[0], { declared, waiting }),
    };
  });
  const late = page.rows.filter(({ isFresh }) => !isFresh);
  for (const { deploymentId } of late) await sendEvaluation({ organisationId, deploymentId });
  const worstFirst = page.rows.toSorted(
    (a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight),
  );
  return {
    ...page,
    rows: worstFirst.map(({ kept, ...row }) => ({
      ...{ ...row, metrics: kept.length },
      counts: countStandings(kept.map(standingOfMetric)),
    })),
  };
}
