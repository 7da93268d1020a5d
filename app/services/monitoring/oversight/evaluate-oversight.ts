import { multinomialIntervals } from '#analysis/groups/multinomial-intervals.ts';
import { wilsonInterval } from '#analysis/groups/wilson-interval.ts';
import {
  automationBias,
  type AutomationBias,
  type BiasRate,
} from '#analysis/monitoring/oversight/automation-bias.ts';
import { casesForWidth } from '#analysis/monitoring/oversight/cases-for-width.ts';
import { medianInterval } from '#analysis/monitoring/oversight/median-interval.ts';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { findMetric } from '../metrics.ts';
import { fewestShown } from '../series.ts';
import { evaluateMinutes, withShares } from './evaluate-minutes.ts';
import { evaluateReadings } from './evaluate-readings.ts';
import { findStamp, type ToldOfPeople } from './find-stamp.ts';
import { totalCodes, totalParts, type PartCounts, type PartTotal } from './sum-parts.ts';
import { totalOf, type Total } from './sum-shares.ts';

/** An interval wider than this, from end to end, says too little for a sentence. */
const widestTold = 0.2;

/** What records are read for it. */
export const oversightMetrics = [
  ...['disagreement-ruling', 'override-reason', 'override', 'accept-when-wrong'],
  ...['override-when-right', 'planted-errors-passed', 'review-time', 'minutes-saved'],
  ...['minutes-used', 'omissions', 'fabrications', 'omission-readings'],
  ...['fabrication-readings', 'audit-kappa'],
] as const;

const rulings = ['ai-right', 'person-right', 'both-wrong', 'not-settled'] as const;
/** Null: of these no ruling was sent. */
export type Ruling = (typeof rulings)[number] | null;

function rulingCells({ n, counts }: PartCounts) {
  const sent = rulings.flatMap((code): { code: Ruling; count: number }[] => {
    const count = counts.get(code);
    return count === undefined ? [] : [{ code, count }];
  });
  const rest = n - sumBy(sent, ({ count }) => count);
  const cells = rest > 0 ? [...sent, { code: null, count: rest }] : sent;
  const intervals = cells.length < 2 ? [] : multinomialIntervals(cells.map(({ count }) => count));
  return cells.map(({ code, count }, place) => ({
    ...{ code, count, share: count / n, interval: intervals[place] ?? null },
  }));
}

const rulingOf = ({ from, to, isBehind, mode, dimension, groups, ...all }: PartTotal) => ({
  ...{ from, to, isBehind, mode, dimension, n: all.n, cells: rulingCells(all) },
  groups: groups.map(({ level, isHidden, ...own }) => ({
    ...{
      level,
      n: isHidden ? null : own.n,
      cells: isHidden || own.n === 0 ? [] : rulingCells(own),
    },
  })),
});
export type RulingTable = ReturnType<typeof rulingOf>;

export const biasCodes = [
  'accept-when-wrong',
  'override-when-right',
  'planted-errors-passed',
] as const;

/** Rates of one table, each with whether its interval says enough and how many cases it takes. */
function biasOf(totals: Readonly<Record<(typeof biasCodes)[number], Total | null>>) {
  const none = { x: 0, n: 0 };
  const wrong = totals['accept-when-wrong'] ?? none;
  const right = totals['override-when-right'] ?? none;
  const seeded = totals['planted-errors-passed'] ?? none;
  const found: AutomationBias = automationBias(
    {
      ...{ wrong: wrong.n, wrongAccepted: wrong.x, right: right.n, rightOverridden: right.x },
      ...{ seeded: seeded.n, seededPassed: seeded.x },
    },
    fewestShown,
  );
  const row = (code: (typeof biasCodes)[number], rate: BiasRate) => {
    const total = totals[code];
    if (!rate.ok || total === null) return { code, total: null, rate: null, needed: null };
    const isWide = rate.interval[1] - rate.interval[0] > widestTold;
    return {
      ...{ code, total, rate: { value: rate.value, interval: rate.interval } },
      needed: isWide ? casesForWidth(total, widestTold) : null,
    };
  };
  return [
    row('accept-when-wrong', found.acceptWhenWrong),
    row('override-when-right', found.overrideWhenRight),
    row('planted-errors-passed', found.seededErrorsPassed),
  ];
}
export type BiasRow = ReturnType<typeof biasOf>[number];

/** What was sent of people, with what it took the place of, and as of which day it is read. */
export type OversightInput = ToldOfPeople & { today: string };

/** Everything that is measured of people beside the machine, over what stands and what it took the place of. */
export function evaluateOversight(
  history: readonly WatchedRecord[],
  { today, leastSeconds }: { today: string; leastSeconds: number | null },
) {
  const { accepted, planted, overrides, review, stamp } = findStamp(
    { history, leastSeconds },
    today,
  );
  const ruling = totalParts(history, 'disagreement-ruling', today);
  const codes = findMetric('override-reason')?.parts?.codes ?? [];
  const reasons = totalCodes(history, 'override-reason', codes, today);
  return {
    isEmpty: history.length === 0,
    stamp,
    measured: {
      overrides:
        overrides && overrides.n >= fewestShown
          ? {
              value: overrides.x / overrides.n,
              interval: wilsonInterval(overrides.x, overrides.n),
            }
          : null,
      review: review && { ...review, interval: medianInterval(review) },
    },
    ruling: ruling.overall && {
      overall: rulingOf(ruling.overall),
      byGroup: ruling.dimensions.map(rulingOf),
    },
    bias: biasOf({
      ...{ 'accept-when-wrong': accepted, 'planted-errors-passed': planted },
      'override-when-right': totalOf(history, 'override-when-right', today),
    }),
    reasons: reasons && reasons.n > 0 ? withShares(reasons) : null,
    minutes: evaluateMinutes(history, today),
    readings: evaluateReadings(history, today),
  };
}
export type Oversight = ReturnType<typeof evaluateOversight>;
