import { seededGenerator, type Generator } from '#analysis/numeric/seeded-generator.ts';
import { monthStart } from './month-start.ts';
import { oversightTruths, type OversightTruth } from './monitoring-truth.ts';
import type { RecordRow } from './record-rows.ts';

/** What is common to the records of one month. */
type Month = Pick<RecordRow, 'from' | 'to'>;
type Values = Partial<RecordRow> & Pick<RecordRow, 'metric' | 'kind'>;

const record = (month: Month, values: Values): RecordRow => ({
  ...{ part: '', dimension: '', level: '', numerator: null, denominator: null, value: null },
  ...{ detail: null, eligible: null, scored: null, labelled: null, maturesOn: null },
  ...month,
  ...values,
});

const countIf = (random: Generator, n: number, chance: number) =>
  Array.from({ length: n }, () => random()).filter((u) => u < chance).length;

/** How many of n cases have each code; what is left of the chances is the last one's. */
function drawCodes(random: Generator, n: number, chances: Readonly<Record<string, number>>) {
  const codes = Object.keys(chances);
  const counts = new Map(codes.map((code) => [code, 0]));
  for (let one = 0; one < n; one += 1) {
    let left = random();
    const code = codes.find((each) => (left -= chances[each] ?? 0) < 0) ?? codes.at(-1) ?? '';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

const share = (month: Month, metric: string, numerator: number, denominator: number) =>
  record(month, { metric, kind: 'proportion', numerator, denominator });

const parts = (
  month: Month,
  metric: string,
  counts: ReadonlyMap<string, number>,
  group: { dimension: string; level: string } = { dimension: '', level: '' },
) => {
  const denominator = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].map(([part, numerator]) =>
    record(month, { metric, kind: 'proportion', part, numerator, denominator, ...group }),
  );
};

/** Quartiles that wander a little around those that are true. */
function quartiles(
  month: Month,
  random: Generator,
  of: { metric: string; part?: string; n: number; truth: readonly [number, number, number] },
) {
  const factor = 0.95 + 0.1 * random();
  const [q1, median, q3] = of.truth.map((value) => Math.round(100 * factor * value) / 100);
  const { metric, part = '', n } = of;
  const detail = { n, q1, median, q3, synthetic: true };
  return record(month, { metric, kind: 'quantiles', part, value: median ?? null, detail });
}

function rulings(month: Month, random: Generator, { rulings: truth }: OversightTruth) {
  const all = new Map<string, number>();
  const groups = Object.entries(truth).flatMap(([level, chances]) => {
    const counts = drawCodes(random, 18, chances);
    for (const [code, count] of counts) all.set(code, (all.get(code) ?? 0) + count);
    return parts(month, 'disagreement-ruling', counts, { dimension: 'profession', level });
  });
  return [...parts(month, 'disagreement-ruling', all), ...groups];
}

/** Two readers of the same notes, who find an error that is there independently of each other. */
function readings(random: Generator, n: number, chance: number, found: number) {
  const counts = new Map(['both-found', 'first-only', 'second-only', 'neither'].map((c) => [c, 0]));
  for (let note = 0; note < n; note += 1) {
    const isThere = random() < chance;
    const [first, second] = [random(), random()].map((u) => u < (isThere ? found : 0.004));
    const code = first
      ? second
        ? 'both-found'
        : 'first-only'
      : second
        ? 'second-only'
        : 'neither';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

function ofScribe(month: Month, random: Generator, { scribe }: OversightTruth): RecordRow[] {
  if (!scribe) return [];
  const omissions = readings(random, 150, scribe.omissions, scribe.found);
  const seen = 150 - (omissions.get('neither') ?? 0);
  return [
    quartiles(month, random, {
      metric: 'minutes-saved',
      part: 'timed',
      n: 120,
      truth: scribe.timed,
    }),
    quartiles(month, random, {
      ...{ metric: 'minutes-saved', part: 'self-report', n: 45, truth: scribe.said },
    }),
    ...parts(month, 'minutes-used', drawCodes(random, 45, scribe.used)),
    share(month, 'omissions', seen, 150),
    ...parts(month, 'omission-readings', omissions),
    ...parts(month, 'fabrication-readings', readings(random, 150, 0.012, scribe.found)),
  ];
}

function monthOf(month: Month, random: Generator, truth: OversightTruth): RecordRow[] {
  return [
    share(month, 'accept-when-wrong', countIf(random, 14, truth.acceptWhenWrong), 14),
    share(month, 'override-when-right', countIf(random, 60, truth.overrideWhenRight), 60),
    share(month, 'planted-errors-passed', countIf(random, 12, truth.plantedPassed), 12),
    quartiles(month, random, { metric: 'review-time', n: 200, truth: truth.reviewSeconds }),
    ...parts(month, 'override-reason', drawCodes(random, 90, { ...truth.reasons, other: 0 })),
    ...rulings(month, random, truth),
    ...ofScribe(month, random, truth),
  ];
}

/**
 * Months of what people do beside a synthetic system, as counts; nothing of a system without such a truth. A
 * generator of its own, so that the system's other numbers stay as they are.
 */
export function generateOversight(
  key: string,
  { seed, months, first }: { seed: number; months: number; first: string },
): RecordRow[] {
  const truth = oversightTruths[key];
  if (!truth) return [];
  const place = Object.keys(oversightTruths).indexOf(key);
  const random = seededGenerator(7000 + 100 * seed + place);
  return Array.from({ length: months }, (_, month) =>
    monthOf({ from: monthStart(first, month), to: monthStart(first, month + 1) }, random, truth),
  ).flat();
}
