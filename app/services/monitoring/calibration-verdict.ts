import { z } from 'zod';
import { calibrationBins } from '#analysis/monitoring/performance/calibration-bins.ts';
import {
  calibrationFromBins,
  type BinnedCalibration,
} from '#analysis/monitoring/performance/calibration-from-bins.ts';
import { binomialUpperTail } from '#analysis/numeric/binomial-upper-tail.ts';
import { estimatesOf, type Estimated } from './calibration-estimates.ts';
import { calibrationState, leavesOneOut } from './calibration-state.ts';
import type { CalibrationTime } from './calibration-over-time.ts';
import type { CalibrationReading, EvaluatedCalibration } from './evaluate-calibration.ts';
import { drawnBands, missedBands } from './risk-bands.ts';

const intervalSchema = z.tuple([z.number(), z.number()]).readonly();
/** Null: it cannot be told. */
const estimateSchema = z.object({ value: z.number(), interval: intervalSchema }).nullable();
/** Of each measure, whether it lies off no further than chance alone may take it; not so where it was not kept. */
const byChanceSchema = z
  .object({ ratio: z.boolean(), slope: z.boolean() })
  .default({ ratio: false, slope: false });
const timeSchema = z.object({
  ...{ from: z.string(), to: z.string() },
  ...{ ratio: estimateSchema, slope: estimateSchema, byChance: byChanceSchema },
});
const groupSchema = z.object({
  ...{ dimension: z.string(), level: z.string() },
  isByChance: z.boolean().default(false),
});

/** What a metric's page says of calibration beside its sum, in no language and without what that page hides. */
export const calibrationVerdictSchema = z.object({
  /** Of everybody, in all periods that count; no days without any. */
  all: timeSchema,
  /** Of the newest of several times; null where there are not several. */
  newest: timeSchema.nullable(),
  /** Null: there is no figure of bands. */
  bands: z
    .object({ missed: z.int(), bins: z.int(), to: z.string(), isByChance: z.boolean() })
    .nullable(),
  groups: z.object({
    off: z.array(groupSchema),
    /** Those that are hidden among them. */
    unknown: z.int(),
    all: z.int(),
  }),
});
export type CalibrationVerdict = z.infer<typeof calibrationVerdictSchema>;
type TimeVerdict = z.infer<typeof timeSchema>;

const known = (estimate: Estimated) =>
  estimate?.interval ? { value: estimate.value, interval: estimate.interval } : null;

/** At which bands are drawn. */
const drawnError = 0.05;
/** Everybody, the newest time, bands and groups share one error of 5%. */
const error = 0.05 / 4;

/**
 * How many of B bands are missed, and whether chance alone may give it. It may not where one lies outside its interval
 * at α/(2B), or where as many as these, m, lie outside their own at 5%: P(X ≥ m) < α/2 for X ~ Bin(B, 5%). Either test
 * errs in α/2 at most, as far as the intervals keep their level, and so both together in α = 1.25%.
 */
function bandsOf({ all, to }: EvaluatedCalibration['bands']): CalibrationVerdict['bands'] {
  const drawn = drawnBands(all);
  const bins = calibrationBins(drawn);
  if (bins.length < 2) return null;
  const missed = missedBands(bins).length;
  // Of ten right bands one lies outside in four looks of ten: whether any does takes as many comparisons.
  const isAnyFar = missedBands(calibrationBins(drawn, 1 - error / 2 / bins.length)).length > 0;
  const areMany = binomialUpperTail(missed, bins.length, drawnError) < error / 2;
  return { missed, bins: bins.length, to, isByChance: !isAnyFar && !areMany };
}

/** Number and slope with intervals so wide that of as many comparisons one in eighty finds something by chance. */
const estimatesAmong = ({ bins }: BinnedCalibration, comparisons: number) =>
  estimatesOf(calibrationFromBins(bins, undefined, 1 - error / comparisons));

/** One time of as many: number and slope of each are compared. */
function timeOf({ from, to, calibration }: CalibrationTime, times: number): TimeVerdict {
  const { ratio, slope } = estimatesOf(calibration);
  const wide = estimatesAmong(calibration, 2 * times);
  return {
    ...{ from, to, ratio: known(ratio), slope: known(slope) },
    byChance: { ratio: !leavesOneOut(wide.ratio), slope: !leavesOneOut(wide.slope) },
  };
}

const never: TimeVerdict = {
  ...{ from: '', to: '', ratio: null, slope: null },
  byChance: { ratio: false, slope: false },
};
/** Of scores of which nothing can be computed: nothing of it can be told. */
export const unknownCalibration: CalibrationVerdict = {
  ...{ all: never, newest: null, bands: null },
  groups: { off: [], unknown: 0, all: 0 },
};

function groupsOf(all: readonly CalibrationReading[]): CalibrationVerdict['groups'] {
  // A group of which nothing was sent is nothing to compare, and nothing that is not known.
  const readings = all.filter(({ isHidden, n }) => isHidden || n > 0);
  const shown = readings.filter(({ isHidden }) => !isHidden);
  const states = shown.map((group) => ({
    group,
    state: calibrationState(estimatesOf(group.calibration)),
  }));
  const off = states.filter(({ state }) => state === 'off').map(({ group }) => group);
  // Number and slope of each.
  const comparisons = 2 * shown.length;
  return {
    off: off.map(({ dimension, level, calibration }) => ({
      ...{ dimension, level },
      isByChance: calibrationState(estimatesAmong(calibration, comparisons)) !== 'off',
    })),
    unknown: readings.length - states.filter(({ state }) => state !== 'unknown').length,
    all: readings.length,
  };
}

/** What bands, slope and groups say, of what the metric's page shows of them alone. */
export function calibrationVerdict({
  readings,
  bands,
  times,
}: EvaluatedCalibration): CalibrationVerdict {
  const [all, ...groups] = readings;
  const newest = times.length < 2 ? undefined : times.at(-1);
  return {
    all: all && !all.isHidden ? timeOf(all, 1) : never,
    // Each month brings another newest one: a time is looked at among all times.
    newest: newest ? timeOf(newest, times.length) : null,
    bands: bandsOf(bands),
    groups: groupsOf(groups),
  };
}

const isOut = ({ ratio, slope, byChance }: TimeVerdict) =>
  (leavesOneOut(ratio) && !byChance.ratio) || (leavesOneOut(slope) && !byChance.slope);
const isOff = (time: TimeVerdict | null) => time !== null && calibrationState(time) === 'off';

/**
 * Off: something lies outside its interval at 95%. Out: also after it is taken into account how many measures, times,
 * bands and groups were looked at: everybody, the newest time, bands and groups together err in 5% of looks at most.
 * Partly: something cannot be told.
 */
export function standingOfCalibration({ all, newest, bands, groups }: CalibrationVerdict) {
  const missed = bands !== null && bands.missed > 0;
  const isTimeOut = isOut(all) || (newest !== null && isOut(newest));
  const isBandOut = missed && !bands.isByChance;
  const isGroupOut = groups.off.some(({ isByChance }) => !isByChance);
  return {
    isOff: isOff(all) || isOff(newest) || missed || groups.off.length > 0,
    isOut: isTimeOut || isBandOut || isGroupOut,
    isPartly: calibrationState(all) === 'unknown' || bands === null || groups.unknown > 0,
  };
}
