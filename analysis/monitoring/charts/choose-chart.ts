import type { ChartKind } from './control-chart.ts';

export const dataKinds = ['proportion', 'rate', 'measurement', 'time-between'] as const;

/** What is counted or measured each period. */
export type DataKind = (typeof dataKinds)[number];

export interface ChartQuestion {
  readonly kind: DataKind;
  /** Events of each period, of proportions and rates; missing is NaN. */
  readonly events?: readonly number[] | undefined;
  /** Whether the gaps between single events are known: cases between them, or time. */
  readonly gaps?: 'cases' | 'time' | undefined;
}

export type ChartReason =
  | 'measurements'
  | 'times-between-events'
  | 'rare-events-by-cases'
  | 'rare-events-by-time'
  | 'rare-events-without-gaps'
  | 'too-few-periods-for-dispersion'
  | 'proportions'
  | 'rates';

export interface ChartChoice {
  readonly chart: ChartKind;
  readonly reason: ChartReason;
}

/** Below five events a period a limit of three sigma on the low side is 0, and the distribution is skewed. */
const RARE = 5;
/** σ_z is a mean of moving ranges: of fewer than two it is one difference. */
const FEWEST = 3;

/**
 * Which chart suits the data, and why.
 *
 * Measurements: XmR. Proportions: p′, rates: u′, since their limits equal those of p and u when there is no more
 * variation than chance. Fewer than five events a period: g by cases or t by time between events.
 *
 * @param question kind of data, events of each period, whether gaps between events are known.
 * @returns the chart and the reason, a code.
 * @remarks Missing data: NaN periods are not counted. Two periods or fewer cannot tell their dispersion: p, u.
 * @throws never.
 * @see Provost, L. P., Murray, S. K. (2011). The Health Care Data Guide, ch. 5; Laney, D. B. (2002).
 *   https://doi.org/10.1081/QEN-120003555.
 */
export function chooseChart({ kind, events = [], gaps }: ChartQuestion): ChartChoice {
  if (kind === 'measurement') return { chart: 'xmr', reason: 'measurements' };
  if (kind === 'time-between') return { chart: 't', reason: 'times-between-events' };
  const known = events.filter((count) => !Number.isNaN(count));
  const [plain, prime] =
    kind === 'proportion' ? (['p', 'p-prime'] as const) : (['u', 'u-prime'] as const);
  if (known.length < FEWEST) return { chart: plain, reason: 'too-few-periods-for-dispersion' };
  const mean = known.reduce((sum, count) => sum + count, 0) / known.length;
  if (mean < RARE) {
    if (gaps === 'cases') return { chart: 'g', reason: 'rare-events-by-cases' };
    if (gaps === 'time') return { chart: 't', reason: 'rare-events-by-time' };
    return { chart: prime, reason: 'rare-events-without-gaps' };
  }
  return { chart: prime, reason: kind === 'proportion' ? 'proportions' : 'rates' };
}
