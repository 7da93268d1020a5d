import { describe, expect, it } from 'vitest';
import { cusumChart } from '#analysis/monitoring/charts/cusum-chart.ts';
import { laneyPChart } from '#analysis/monitoring/charts/laney-p-chart.ts';
import { pChart } from '#analysis/monitoring/charts/p-chart.ts';
import type { ControlChartResult } from '#analysis/monitoring/charts/control-chart.ts';
import { judgeDrift } from '#analysis/monitoring/drift/judge-drift.ts';
import { achievedAlarms } from '#analysis/monitoring/false-alarms/achieved-alarms.ts';
import { boardBudget, type WatchedChart } from '#analysis/monitoring/false-alarms/board-budget.ts';
import { simulateFalseAlarms } from '#analysis/monitoring/false-alarms/simulate-false-alarms.ts';
import { labelMaturity } from '#analysis/monitoring/labels/label-maturity.ts';
import { riskAdjustedCusum } from '#analysis/monitoring/outcomes/risk-adjusted-cusum.ts';
import { calibrationFromBins } from '#analysis/monitoring/performance/calibration-from-bins.ts';
import { ruleSets } from '#analysis/monitoring/rules/rule-sets.ts';
import { causesOnArrival } from '#analysis/monitoring/rules/causes-on-arrival.ts';
import { cusumRunLength } from '#analysis/monitoring/run-length/cusum-run-length.ts';
import { riskAdjustedRunLength } from '#analysis/monitoring/run-length/risk-adjusted-run-length.ts';
import { subgroupVerdict } from '#analysis/monitoring/subgroups/subgroup-verdict.ts';
import { generateMonitoring } from '#db/seed/monitoring/generate-monitoring.ts';
import type { SyntheticRecord } from '#db/seed/monitoring/monitoring-record.ts';
import { recordRows } from '#db/seed/monitoring/record-rows.ts';
import { syntheticSystems } from '#db/seed/monitoring/monitoring-truth.ts';

const MONTHS = 24;
const BASELINE = 12;
const seeds = [2, 3, 4, 5, 6];
const { rules } = ruleSets['board-alert'];
const frozen = { stages: [{ from: 0, baseline: BASELINE }] };
/** For normal deviations of O − E: half a standard deviation a month, one false alarm in 465 months. */
const balance = { target: 0, sigma: 1, reference: 0.5, limit: 5 };
/** For fabrications: three times as many; the limit gives one false alarm in some thousand notes. */
const harm = { risk: 0.004, oddsRatio: 3, limit: 3 };

const ofGroup = (records: readonly SyntheticRecord[], group: string) =>
  records.filter((record) => record.group === group);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Months in which a chart raises an alarm after its baseline. */
function starts(chart: ControlChartResult): number[] {
  if (!chart.ok) return [];
  const flags = causesOnArrival(chart.points, rules).map((causes) => causes.length > 0);
  return chart.points.flatMap(({ index, isBaseline }, i) =>
    !isBaseline && flags[i] === true && flags[i - 1] !== true ? [index] : [],
  );
}

const startsOf = (flags: readonly boolean[]) =>
  flags.flatMap((flag, month) => (flag && flags[month - 1] !== true ? [month] : []));

const sensitivity = (records: readonly SyntheticRecord[]) => ({
  x: records.map(({ confusion }) => confusion.tp),
  n: records.map(({ confusion }) => confusion.tp + confusion.fn),
});

/** Cases at or above the threshold of 0.3, labelled or not. */
const flagged = ({ scores }: SyntheticRecord) =>
  total([scores.positives, scores.negatives, scores.unlabelled].flatMap((bins) => bins.slice(3)));

/** (O − E)/√Σ p(1 − p) of a month; NaN before its outcomes are in. */
function deviation({ scores }: SyntheticRecord): number {
  const cells = scores.sumP.map((sumP, bin) => {
    const [own, other] = [scores.positives[bin] ?? 0, scores.negatives[bin] ?? 0];
    const n = own + other;
    return { excess: own - sumP, variance: n > 0 ? sumP * (1 - sumP / n) : 0 };
  });
  const variance = total(cells.map((cell) => cell.variance));
  return variance > 0 ? total(cells.map(({ excess }) => excess)) / Math.sqrt(variance) : NaN;
}

/** Months in which fabrications raise an alarm: notes of a month in a row, the bad ones spread over it. */
function harmMonths(records: readonly SyntheticRecord[]): number[] {
  const notes = records.flatMap(({ month, audit }) => {
    const { sampled, fabrications } = audit ?? { sampled: 0, fabrications: 0 };
    const bad = new Set(
      Array.from({ length: fabrications }, (_, i) =>
        Math.floor(((i + 0.5) * sampled) / fabrications),
      ),
    );
    return Array.from({ length: sampled }, (_, note) => ({
      month,
      outcome: bad.has(note) ? 1 : 0,
    }));
  });
  const outcomes = notes.map(({ outcome }) => outcome);
  const { signals } = riskAdjustedCusum(
    outcomes,
    outcomes.map(() => harm.risk),
    harm,
  );
  return [...new Set(signals.map((place) => notes[place - 1]?.month ?? NaN))];
}

interface Watched {
  system: string;
  chart: string;
  starts: number[];
}

function watch(records: readonly SyntheticRecord[]): Watched[] {
  return syntheticSystems.flatMap(({ key, audited }) => {
    const own = ofGroup(records, 'overall').filter(({ system }) => system === key);
    const { x, n } = sensitivity(own);
    const selected = own.map(flagged);
    const sizes = own.map(({ scored }) => scored);
    const sums = cusumChart(own.map(deviation), balance).map(({ signal }) => signal !== null);
    const charts = [
      { chart: 'sensitivity', starts: starts(laneyPChart(x, n, frozen)) },
      { chart: 'selection', starts: starts(laneyPChart(selected, sizes, frozen)) },
      { chart: 'balance', starts: startsOf(sums) },
      ...(audited > 0 ? [{ chart: 'harm', starts: harmMonths(own) }] : []),
    ];
    return charts.map((one) => ({ system: key, ...one }));
  });
}

/** What the board declared: chances of a false start, by chart. */
const perPoint = simulateFalseAlarms({
  ...{ points: MONTHS, baseline: BASELINE, rules, screen: false, draws: 2000 },
}).perPoint;
const balanceRunLength = cusumRunLength({ ...balance, sides: 'two' });
const harmRunLength = riskAdjustedRunLength({ ...harm, risks: [harm.risk] });

/** A gap from the start is also one between risks and outcomes: its balance is off in truth. */
const isTrueFrom = (key: string, chart: string) => {
  const truth = syntheticSystems.find((system) => system.key === key)?.truth;
  if (truth?.kind === 'subgroup-gap' && chart === 'balance') return 0;
  return truth && 'fromMonth' in truth ? truth.fromMonth : Infinity;
};

describe.each(seeds)('seed %i', (seed) => {
  const records = generateMonitoring({ seed, months: MONTHS });
  const watched = watch(records);
  const own = (key: string) => records.filter(({ system }) => system === key);
  const startsAt = (key: string, chart: string) =>
    watched.find((one) => one.system === key && one.chart === chart)?.starts ?? [];

  it('finds that triage drifts, in what it finds and in its scores', () => {
    const found = startsAt('emergency-triage', 'sensitivity').filter((month) => month >= 15);
    expect(found.length).toBeGreaterThan(0);
    const overall = ofGroup(own('emergency-triage'), 'overall');
    const counts = (from: number, to: number) =>
      Array.from({ length: 10 }, (_, bin) => {
        return total(
          overall.slice(from, to).map(({ scores }) => {
            const all = [scores.positives, scores.negatives, scores.unlabelled];
            return total(all.map((bins) => bins[bin] ?? 0));
          }),
        );
      });
    const drift = judgeDrift(counts(0, BASELINE), counts(18, 19));
    expect(drift).toMatchObject({ ok: true, isSignal: true });
  });

  it('finds the gap of portable images, and no other gap', () => {
    for (const { key, groups, truth } of syntheticSystems) {
      for (const name of Object.keys(groups)) {
        const [group, reference] = [name, 'reference'].map((one) => {
          const { x, n } = sensitivity(ofGroup(own(key), one));
          return { x: total(x), n: total(n) };
        });
        const none = { x: 0, n: 0 };
        const { verdict } = subgroupVerdict(group ?? none, reference ?? none, { margin: 0.05 });
        const isGap = truth.kind === 'subgroup-gap' && truth.group === name;
        expect([key, name, verdict === 'gap']).toEqual([key, name, isGap]);
      }
    }
  });

  it('takes restless months for restless, not for alarms', () => {
    const overall = ofGroup(own('sepsis-risk'), 'overall');
    const [selected, sizes] = [overall.map(flagged), overall.map(({ scored }) => scored)];
    const plain = pChart(selected, sizes, frozen);
    const prime = laneyPChart(selected, sizes, frozen);
    if (!plain.ok || !prime.ok) throw new Error('no chart');
    const outside = (chart: typeof plain) =>
      chart.points.filter(({ value, lower, upper }) => value > upper || value < lower).length;
    expect(outside(plain)).toBeGreaterThan(8);
    expect(outside(prime)).toBeLessThan(4);
    expect(prime.stages[0]?.dispersion).toBeGreaterThan(3);
  });

  it('finds that fabrications became more frequent', () => {
    const found = startsAt('ward-scribe', 'harm').filter((month) => month >= 15);
    expect(found[0]).toBeLessThan(20);
  });

  it('finds that risks became too low', () => {
    const found = startsAt('note-extraction', 'balance').filter((month) => month >= 12);
    expect(found[0]).toBeLessThan(16);
    const bins = ofGroup(own('note-extraction'), 'overall')
      .slice(BASELINE)
      .flatMap(({ scores }) =>
        scores.sumP.map((sumP, bin) => {
          const events = scores.positives[bin] ?? 0;
          return { events, sumP, n: events + (scores.negatives[bin] ?? 0) };
        }),
      );
    const { ratio } = calibrationFromBins(bins);
    expect(ratio.ok && ratio.interval[0]).toBeGreaterThan(1.1);
  });

  it('leaves months whose outcomes are not in unscored', () => {
    const months = ofGroup(own('virtual-care'), 'overall').map((record) =>
      labelMaturity(
        {
          ...{ maturesOn: record.labelsMatureAt, scored: record.scored, labelled: record.labelled },
          ascertainment: 'all',
        },
        '2026-11-15',
      ),
    );
    expect(months.filter(({ state }) => state === 'mature')).toHaveLength(21);
    expect(months.slice(-3).map(({ state }) => state)).toEqual(Array<string>(3).fill('immature'));
  });
});

it('false alarms come as often as was declared', () => {
  const runs = seeds.map((seed) => watch(generateMonitoring({ seed, months: MONTHS })));
  const quietMonths = (key: string, chart: string, from: number) =>
    Math.max(0, Math.min(isTrueFrom(key, chart), MONTHS) - from);
  const charts: WatchedChart[] = (runs[0] ?? []).map(({ system, chart }) => {
    const id = `${system} ${chart}`;
    const { audited = 0 } = syntheticSystems.find(({ key }) => key === system) ?? {};
    switch (chart) {
      case 'balance':
        return {
          id,
          pointsPerYear: quietMonths(system, chart, 0),
          falseAlarmsPerPoint: 1 / balanceRunLength,
        };
      case 'harm':
        return {
          id,
          pointsPerYear: audited * quietMonths(system, chart, 0),
          falseAlarmsPerPoint: 1 / harmRunLength,
        };
      default:
        return {
          id,
          pointsPerYear: quietMonths(system, chart, BASELINE),
          falseAlarmsPerPoint: perPoint,
        };
    }
  });
  // "A year" is one run of 24 months here.
  const budget = boardBudget(charts, 5);
  const alarms = runs.map((run) =>
    run.flatMap(({ system, chart, starts: months }) =>
      months
        .filter((month) => month < isTrueFrom(system, chart))
        .map((month) => `${system} ${chart} ${month}`),
    ),
  );
  const achieved = achievedAlarms(alarms.flat().length, seeds.length, budget.expected);
  console.info(
    `false alarms a run: declared ${budget.expected.toFixed(2)}, achieved ${achieved.perYear.toFixed(2)}` +
      ` (${achieved.interval.map((end) => end.toFixed(2)).join('–')}); by seed ${alarms.map((run) => run.length).join(', ')}: ${alarms.flat().join('; ')}`,
  );
  expect(budget.isWithin).toBe(true);
  expect(achieved.reading).not.toBe('more-than-declared');
});

it('equal seeds give equal records', () => {
  const once = generateMonitoring({ seed: 9, months: 3 });
  expect(generateMonitoring({ seed: 9, months: 3 })).toEqual(once);
  expect(generateMonitoring({ seed: 10, months: 3 })).not.toEqual(once);
});

it('says nothing of people who do not see what a system says', () => {
  const silent = syntheticSystems.filter(({ isSilent }) => isSilent).map(({ key }) => key);
  expect(silent).toEqual(['virtual-care']);
  const dimension = { dimension: 'x', group: 'a', others: 'b' };
  for (const record of generateMonitoring({ seed: 1, months: 2 })) {
    const metrics = recordRows(record, dimension).map(({ metric }) => metric);
    expect(metrics.includes('override')).toBe(!silent.includes(record.system));
  }
});

it('counts of a record agree with each other', () => {
  for (const record of generateMonitoring({ seed: 1, months: 4 })) {
    const { confusion, scores, labelled, scored } = record;
    const { tp, fp, fn, tn } = confusion;
    expect(tp + fp + fn + tn).toBe(labelled);
    expect(total(scores.positives)).toBe(tp + fn);
    expect(total(scores.negatives)).toBe(fp + tn);
    expect(labelled + total(scores.unlabelled)).toBe(scored);
    expect(record.eligible).toBe(scored + record.abstained);
  }
});
