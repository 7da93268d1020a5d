import { achievedAlarms } from '#analysis/monitoring/false-alarms/achieved-alarms.ts';
import { boardBudget } from '#analysis/monitoring/false-alarms/board-budget.ts';
import type { Member } from '#db/actor.server.ts';
import { listAlerts, listClosings } from '#db/queries/alert-course.server.ts';
import { listAlarmBudgets } from '#db/queries/chart-baseline.server.ts';
import { listDeployments } from '#db/queries/deployment.server.ts';
import { listAdoptedPlans } from '#db/queries/monitoring-plan.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { readSystemFrame } from '../register/read-system.server.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { gapsOf, readingOf } from './read-metric.ts';
import { watchDeployment, type WatchedMetric } from './watch-deployment.server.ts';

const yearLength = 365.25 * 86_400_000;

/** Years of watching of all charts together, and how many alerts turned out to be nothing. */
function achieved(
  closings: Awaited<ReturnType<typeof listClosings>>,
  watchedSince: readonly string[],
  declared: number | null,
) {
  const first = watchedSince.toSorted()[0];
  // Before anything was closed nobody knows what was false.
  if (first === undefined || declared === null || closings.length === 0) return null;
  const last = new Map(closings.map(({ alertId, detail }) => [alertId, detail['conclusion']]));
  const falseOnes = [...last.values()].filter((conclusion) => conclusion === 'false-alarm').length;
  const years = Math.max(1 / 12, (Date.parse(today()) - Date.parse(first)) / yearLength);
  return { ...achievedAlarms(falseOnes, years, declared), falseAlarms: falseOnes, years };
}

/** What is of concern at a place now: signals and gaps, of what may page somebody. */
function concernsOf(reader: MonitoringReader, watched: readonly WatchedMetric[]): string[] {
  return watched
    .filter(({ planned }) => planned.tier !== 'exploratory')
    .flatMap((metric) => {
      const { name, sentence, isConcern } = readingOf(reader, metric);
      const gaps = gapsOf(reader, metric).map((group) => {
        return reader.t('read.gap', { metric: name, group });
      });
      return isConcern ? [sentence, ...gaps] : gaps;
    });
}

/** What the whole board reads: every deployment in a sentence, and what it accepts in false alarms. */
export async function getBoardMonitoring(member: Member, reader: MonitoringReader) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const plans = await listAdoptedPlans(tx, { organisationId });
    const planned = new Set(plans.map(({ deploymentId }) => deploymentId));
    const deployments = await listDeployments(tx, { organisationId });
    const alerts = await listAlerts(tx, { organisationId });
    const budgets = await listAlarmBudgets(tx, { organisationId });
    const charts: { id: string; pointsPerYear: number; falseAlarmsPerPoint: number }[] = [];
    const rows = [];
    const since: string[] = [];
    for (const deployment of deployments) {
      const { id: deploymentId, systemId, site, unit } = deployment;
      const { name } = await readSystemFrame(tx, member, systemId);
      const open = alerts.filter(
        ({ alert }) => alert.deploymentId === deploymentId && alert.state !== 'closed',
      );
      const base = { deploymentId, systemId, site, unit, name, open: open.length };
      if (!planned.has(deploymentId)) {
        rows.push({ ...base, isPlanned: false, concerns: [] as string[], metrics: 0 });
        continue;
      }
      const found = await watchDeployment(tx, { organisationId, deploymentId }, today());
      if (found.watchedSince !== null) since.push(found.watchedSince);
      for (const { planned: metric, evaluation } of found.watched) {
        if (metric.tier === 'exploratory') continue;
        const { looksAYear, perLook } = evaluation.falseAlarms;
        charts.push({
          ...{ id: `${deploymentId} ${metric.id}`, pointsPerYear: looksAYear },
          falseAlarmsPerPoint: perLook,
        });
      }
      const concerns = concernsOf(reader, found.watched);
      rows.push({ ...base, isPlanned: true, concerns, metrics: found.watched.length });
    }
    const declared = budgets[0]?.falseAlarmsAYear ?? null;
    return {
      rows,
      budgets,
      mayDeclare: can(member, 'alarm-budget.declare'),
      expected: boardBudget(charts, declared ?? 1),
      charts: charts.length,
      declared,
      achieved: achieved(await listClosings(tx, { organisationId }), since, declared),
    };
  });
}
