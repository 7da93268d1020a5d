import { seededGenerator, type Generator } from '#analysis/numeric/seeded-generator.ts';
import { sumBy } from '#analysis/numeric/sum-by.ts';
import { drawCases, type SyntheticCase } from './draw-cases.ts';
import { drawInput } from './draw-input.ts';
import type { ScoreHistogram, SyntheticRecord } from './monitoring-record.ts';
import { syntheticSystems, type SyntheticSystem } from './monitoring-truth.ts';
import { monthStart } from './month-start.ts';

const BINS = 10;
/** Chance of a fabricated statement in a note that was read twice, and what it rises to. */
const FABRICATION = { usual: 0.004, risen: 0.025 };

const countIf = (random: Generator, n: number, chance: number) =>
  Array.from({ length: n }, () => random()).filter((u) => u < chance).length;

function histogram(cases: readonly SyntheticCase[], isLabelled: boolean): ScoreHistogram {
  const zeros = () => Array<number>(BINS).fill(0);
  const bins = { positives: zeros(), negatives: zeros(), unlabelled: zeros(), sumP: zeros() };
  for (const { risk, outcome } of cases) {
    const bin = Math.min(BINS - 1, Math.floor(BINS * risk));
    const name = !isLabelled ? 'unlabelled' : outcome === 1 ? 'positives' : 'negatives';
    bins[name][bin] = (bins[name][bin] ?? 0) + 1;
    if (isLabelled) bins.sumP[bin] = (bins.sumP[bin] ?? 0) + risk;
  }
  return { edges: Array.from({ length: BINS + 1 }, (_, edge) => edge / BINS), ...bins };
}

function confusionOf(cases: readonly SyntheticCase[], threshold: number) {
  const count = (isFlagged: boolean, outcome: 0 | 1) =>
    cases.filter((one) => one.risk >= threshold === isFlagged && one.outcome === outcome).length;
  return {
    threshold,
    tp: count(true, 1),
    fp: count(true, 0),
    fn: count(false, 1),
    tn: count(false, 0),
  };
}

export type MonitoringOptions = {
  seed: number;
  months?: number;
  /** YYYY-MM of month 0. */
  first?: string;
};

function monthOf(
  system: SyntheticSystem,
  month: number,
  { random, ofInput }: Record<'random' | 'ofInput', Generator>,
  { months = 24, first = '2024-11' }: MonitoringOptions,
): SyntheticRecord[] {
  const cases = drawCases(system, month, random);
  const isLabelled = month + system.labelDelay < months;
  const { truth, audited } = system;
  const hasRisen = truth.kind === 'rare-harm-rises' && month >= truth.fromMonth;
  const fabrications = countIf(random, audited, hasRisen ? FABRICATION.risen : FABRICATION.usual);
  const input = drawInput(system, { month, cases: cases.length }, ofInput);
  const drawn = ['reference', ...Object.keys(system.groups)].map((group) => {
    const own = cases.filter((one) => one.group === group);
    const abstained = countIf(random, own.length, 0.01);
    return { group, own, abstained, accepted: countIf(random, own.length, 0.9) };
  });
  // Everybody is all groups together, in what people did as well.
  const everybody = {
    ...{ group: 'overall', own: cases, abstained: sumBy(drawn, (one) => one.abstained) },
    accepted: sumBy(drawn, (one) => one.accepted),
  };
  return [everybody, ...drawn].map(({ group, own, abstained, accepted }): SyntheticRecord => ({
    ...{ system: system.key, synthetic: true, month, group },
    ...{ start: monthStart(first, month), end: monthStart(first, month + 1) },
    ...{ eligible: own.length + abstained, scored: own.length, abstained },
    labelled: isLabelled ? own.length : 0,
    labelsMatureAt: monthStart(first, month + 1 + system.labelDelay),
    confusion: confusionOf(isLabelled ? own : [], system.threshold),
    scores: histogram(own, isLabelled),
    human: system.isSilent
      ? null
      : { shown: own.length, accepted, overridden: own.length - accepted },
    operations: { scheduledMinutes: 43_200, downMinutes: countIf(random, 90, 0.5) },
    audit: audited > 0 && group === 'overall' ? { sampled: audited, fabrications } : null,
    input: group === 'overall' ? input : null,
  }));
}

/**
 * Months of six invented systems with known truths, as counts.
 *
 * Equal seeds give equal records; a system's own do not depend on the others'.
 */
export function generateMonitoring(options: MonitoringOptions): SyntheticRecord[] {
  const { seed, months = 24 } = options;
  return syntheticSystems.flatMap((system, place) => {
    // Inputs have a generator of their own: without them everything else is as it was.
    const generators = {
      random: seededGenerator(1000 * seed + place),
      ofInput: seededGenerator(1000 * seed + 500 + place),
    };
    return Array.from({ length: months }, (_, month) =>
      monthOf(system, month, generators, options),
    ).flat();
  });
}
