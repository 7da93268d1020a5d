import { standingOfCalibration } from './calibration-verdict.ts';
import type { KeptMetric } from './kept-evaluation.ts';
import { standingOf, type Standing } from './metric-finding.ts';

/** Partly: the sum is calm, and of bands, slope or groups something cannot be told. */
export type MetricStanding = Standing | 'partly';

/** What a metric is called with all that it is judged by: its chart, and of calibration bands, slope and groups. */
export function standingOfMetric({
  finding,
  calibration,
}: Pick<KeptMetric, 'finding' | 'calibration'>): MetricStanding {
  const own = standingOf(finding.says);
  if (calibration === null) return own;
  const { isOut, isPartly } = standingOfCalibration(calibration);
  if (isOut) return 'concern';
  return own === 'calm' && isPartly ? 'partly' : own;
}

/** How many metrics were judged, were judged in part, never had a number, or cannot be judged yet. */
export function countStandings(standings: readonly MetricStanding[]) {
  const of = (which: MetricStanding) => standings.filter((standing) => standing === which).length;
  const [partly, silent, unjudged] = [of('partly'), of('silent'), of('unjudged')];
  return { judged: standings.length - partly - silent - unjudged, partly, silent, unjudged };
}
export type StandingCounts = ReturnType<typeof countStandings>;
