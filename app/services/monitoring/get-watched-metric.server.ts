import type { Member } from '#db/actor.server.ts';
import { listEvaluationInputs } from '#db/queries/deployment-evaluation.server.ts';
import { listPeriods } from '#db/queries/deployment-period.server.ts';
import { listWatchedRecords } from '#db/queries/watched-record.server.ts';
import type { Transaction } from '#db/database.ts';
import type { Chart } from '../../components/charts/chart-types.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { remember } from '../remember.ts';
import type { Figures, FiguresInput } from './evaluate-figures.ts';
import { readPlace } from './get-monitoring.server.ts';
import type { DeploymentIds } from './internal.server.ts';
import { inputsOf } from './kept-evaluation.ts';
import { metricName } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { presentCalibration } from './present-calibration.ts';
import { presentChart } from './present-chart.ts';
import { presentDrift } from './present-drift.ts';
import { presentExpected } from './present-expected.ts';
import { presentGroups } from './present-groups.ts';
import { presentObservedExpected } from './present-observed-expected.ts';
import { readingOf } from './read-metric.ts';
import { isSameSeries } from './series.ts';
import { readWatched } from './read-watched.server.ts';

type MetricIds = DeploymentIds & { metricId: string };

const recall = remember<Figures>({ most: 50 });
const longestMs = 10 * 60_000;

/** The place, and all that the figures of one metric are computed from, with a name for it. */
async function readMetric(tx: Transaction, member: Member, { metricId, ...ids }: MetricIds) {
  const { organisationId } = member;
  const ofDeployment = { organisationId, deploymentId: ids.deploymentId };
  const day = today();
  const place = await readPlace(tx, member, ids);
  // Asked first: what comes in while this is read is never taken for counted.
  const [inputs] = await listEvaluationInputs(tx, ofDeployment);
  const found = await readWatched(tx, ofDeployment, day, ({ id }) => id === metricId);
  const { told } = found;
  const [watched] = found.watched;
  if (!watched || !inputs) throw new ServiceError('not-found');
  const confusions = told.records.some(({ kind }) => kind === 'score-histogram')
    ? await listWatchedRecords(tx, { ...ofDeployment, metrics: ['confusion'] })
    : [];
  const periods = await listPeriods(tx, ofDeployment);
  const input: FiguresInput = { watched, told, confusions };
  const key = [organisationId, ids.deploymentId, metricId, day, inputsOf(inputs)].join(' ');
  return { place, input, key, periods };
}

/**
 * One metric in full: figure, groups, drift, calibration, and the decisions about its limits. It is computed in a
 * worker, once for what there is to compute from while a process remembers it.
 */
export async function getWatchedMetric(member: Member, reader: MonitoringReader, ids: MetricIds) {
  authorise(member, 'models.read');
  const { place, input, key, periods } = await withActor(member, (tx) =>
    readMetric(tx, member, ids),
  );
  const { evaluation, calibration, expected } = await recall(key, () =>
    compute('metric-figures', input, {
      ...{ signal: AbortSignal.timeout(longestMs), onProgress: () => undefined },
    }),
  );
  const { planned, since } = input.watched;
  const watched = { planned, since, evaluation };
  const changes = periods
    .filter(({ supersededAt }) => supersededAt === null)
    .map(({ validFrom, version }) => ({ from: validFrom, label: version }));
  const isSame = isSameSeries(planned);
  return {
    ...place,
    metric: { id: planned.id, name: metricName(reader, planned), tier: planned.tier },
    planned: {
      code: planned.metric,
      ...{ owner: planned.owner, cohort: planned.cohortWords, cadence: planned.cadence },
      actions: planned.actions,
    },
    reading: readingOf(reader, watched),
    chart: presentChart(reader, watched, { changes, since }),
    observedExpected: presentObservedExpected(reader, watched, changes),
    groups: evaluation.groups.map((group) => presentGroups(reader, planned.id, group)),
    drift: evaluation.drift && presentDrift(reader, planned, evaluation.drift),
    calibration: calibration && presentCalibration(reader, planned, calibration),
    expected: expected && presentExpected(reader, planned, expected),
    baselines: input.told.baselines.filter(isSame),
    references: input.told.references
      .filter(isSame)
      .map(({ id, number, baselineFrom, baselineTo, reason, approvedBy }) => ({
        ...{ id, number, baselineFrom, baselineTo, reason, approvedBy },
      })),
  };
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
  const ofScores = [calibration?.chart ?? null, ...(calibration?.times.charts ?? [])];
  return [...own, ...ofScores, ...(expected?.charts ?? [])].filter((each) => each !== null);
}
