import type { Member } from '#db/actor.server.ts';
import { listAlerts } from '#db/queries/alert-course.server.ts';
import { listExitPlans } from '#db/queries/exit-plan.server.ts';
import { listPeriods } from '#db/queries/deployment-period.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { listSentMetrics, listWatchedRecords } from '#db/queries/watched-record.server.ts';
import type { Transaction } from '#db/database.ts';
import type { Chart } from '../../components/charts/chart-types.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { requireDeployment } from '../register/internal.server.ts';
import { readSystemFrame } from '../register/read-system.server.ts';
import { isRetired } from '../register/stages.ts';
import { evaluateCalibration } from './evaluate-calibration.ts';
import { expectedPerformance } from './expected-performance.ts';
import { readPlans, type DeploymentIds } from './internal.server.ts';
import { countStandings } from './metric-finding.ts';
import { metricName } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { presentCalibration } from './present-calibration.ts';
import { presentChart } from './present-chart.ts';
import { presentExpected } from './present-expected.ts';
import { presentDrift } from './present-drift.ts';
import { presentGroups } from './present-groups.ts';
import { presentObservedExpected } from './present-observed-expected.ts';
import { readElsewhere } from './read-elsewhere.ts';
import { readEvaluations } from './read-evaluations.server.ts';
import { readingOf, sayFinding, sayGap, sayWaiting } from './read-metric.ts';
import { sendEvaluation } from './send-evaluation.server.ts';
import { isSameSeries, recordCode, recordsOf } from './series.ts';
import { watchDeployment } from './watch-deployment.server.ts';

/** The head of each page about what is watched of a deployment. */
export async function readPlace(tx: Transaction, member: Member, ids: DeploymentIds) {
  const deployment = await requireDeployment(tx, member, ids);
  return {
    frame: await readSystemFrame(tx, member, ids.systemId),
    deployment,
    mayManage: can(member, 'monitoring.manage', [deployment.siteId]),
  };
}
export type MonitoringPlace = Awaited<ReturnType<typeof readPlace>>;

/** Metrics that were sent and that no plan names, with the pages that read them all the same. */
async function listOutside(
  tx: Transaction,
  ofDeployment: { organisationId: string; deploymentId: string },
  planned: readonly { metric: string }[],
) {
  const codes = new Set(planned.map(({ metric }) => recordCode(metric)));
  const criteria = (await listExitPlans(tx, ofDeployment))[0]?.criteria ?? [];
  return (await listSentMetrics(tx, ofDeployment))
    .filter(({ metric }) => !codes.has(metric))
    .map((sent) => ({ ...sent, readOn: readElsewhere(sent.metric, criteria) }));
}

/**
 * What a board reads of one deployment, from what is kept: a sentence for all of it, then one for each
 * metric. Nothing is computed here, but asked for where it is not as of now.
 */
export async function getMonitoring(member: Member, reader: MonitoringReader, ids: DeploymentIds) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const { deploymentId } = ids;
  const ofDeployment = { organisationId, deploymentId };
  const page = await withActor(member, async (tx) => {
    const place = await readPlace(tx, member, ids);
    const { current, draft, watchedSince } = await readPlans(tx, ofDeployment);
    const found = (await readEvaluations(tx, ofDeployment)).get(deploymentId)?.found ?? null;
    const kept = new Map(found?.metrics.map((metric) => [metric.id, metric]));
    const alerts = await listAlerts(tx, ofDeployment);
    const { systemId } = ids;
    const stages = await listStageEvents(tx, { organisationId, systemId });
    const open = alerts.filter(({ alert }) => alert.state !== 'closed');
    const planned = current?.metrics ?? [];
    const metrics = planned.map((metric) => {
      const own = kept.get(metric.id);
      const said = own ? sayFinding(reader, own, own.finding) : sayWaiting(reader, metric);
      const gaps = own?.gaps.map((gap) => sayGap(reader, gap)) ?? [];
      const isConcern = said.standing === 'concern' || gaps.length > 0;
      return {
        ...{ id: metric.id, tier: metric.tier, ...said, gaps },
        comparison: own?.comparison ?? 'none',
        isConcern: metric.tier !== 'exploratory' && isConcern,
      };
    });
    return {
      ...place,
      plan: current
        ? { number: current.number, since: watchedSince, purpose: current.purpose }
        : null,
      hasDraft: draft !== null,
      metrics,
      asOf: found?.asOf ?? null,
      isStamped: found?.stamp === 'sign',
      isFresh: current === null || found?.isFresh === true,
      outside: await listOutside(tx, ofDeployment, planned),
      open: open.length,
      overdue: open.filter(({ alert }) => alert.dueOn < today()).length,
      maySend: can(member, 'deployments.manage', [place.deployment.siteId]),
      isRetired: isRetired(stages, { systemId, id: deploymentId }),
      counts: countStandings(metrics.map(({ standing }) => standing)),
      concerns: metrics.filter(({ isConcern }) => isConcern).length,
    };
  });
  if (!page.isFresh) await sendEvaluation(ofDeployment);
  return page;
}

/** One metric in full: figure, groups, drift, calibration, and the decisions about its limits. */
export async function getWatchedMetric(
  member: Member,
  reader: MonitoringReader,
  { metricId, ...ids }: DeploymentIds & { metricId: string },
) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const ofDeployment = { organisationId, deploymentId: ids.deploymentId };
  return withActor(member, async (tx) => {
    const place = await readPlace(tx, member, ids);
    const found = await watchDeployment(tx, ofDeployment, today(), ({ id }) => id === metricId);
    const [watched] = found.watched;
    if (!watched) throw new ServiceError('not-found');
    const { planned, evaluation } = watched;
    const periods = await listPeriods(tx, ofDeployment);
    const changes = periods
      .filter(({ supersededAt }) => supersededAt === null)
      .map(({ validFrom, version }) => ({ from: validFrom, label: version }));
    const isSame = isSameSeries(planned);
    const scores = recordsOf(found.told.history, planned);
    const isOfScores = scores[0]?.kind === 'score-histogram' && evaluation.drift === null;
    const confusions = isOfScores
      ? await listWatchedRecords(tx, { ...ofDeployment, metrics: ['confusion'] })
      : [];
    return {
      ...place,
      metric: { id: planned.id, name: metricName(reader, planned), tier: planned.tier },
      planned: {
        code: planned.metric,
        ...{ owner: planned.owner, cohort: planned.cohortWords, cadence: planned.cadence },
        actions: planned.actions,
      },
      reading: readingOf(reader, watched),
      chart: presentChart(reader, watched, { changes, since: watched.since }),
      observedExpected: presentObservedExpected(reader, watched, changes),
      groups: evaluation.groups.map((group) => presentGroups(reader, planned.id, group)),
      drift: evaluation.drift === null ? null : presentDrift(reader, planned, evaluation.drift),
      calibration: isOfScores
        ? presentCalibration(reader, planned, evaluateCalibration(scores, today()))
        : null,
      expected: isOfScores
        ? presentExpected(
            reader,
            planned,
            expectedPerformance(
              recordsOf(found.told.records, planned),
              confusions.filter(({ cohort }) => cohort === planned.cohort),
              today(),
            ),
          )
        : null,
      baselines: found.told.baselines.filter(isSame),
      references: found.told.references
        .filter(isSame)
        .map(({ id, number, baselineFrom, baselineTo, reason, approvedBy }) => ({
          ...{ id, number, baselineFrom, baselineTo, reason, approvedBy },
        })),
    };
  });
}
export type WatchedMetricPage = Awaited<ReturnType<typeof getWatchedMetric>>;

/** Every figure of the page, as its files are asked for. */
export function chartsOf(page: WatchedMetricPage): Chart[] {
  const { chart, observedExpected, groups, drift, calibration, expected } = page;
  const own = [
    chart,
    observedExpected,
    ...groups.map((group) => group.chart),
    ...(drift?.charts ?? []),
  ];
  const ofScores = [calibration?.chart ?? null, calibration?.times.chart ?? null];
  return [...own, ...ofScores, ...(expected?.charts ?? [])].filter((each) => each !== null);
}
