import { describe, expect, it } from 'vitest';
import { cChart } from '#analysis/monitoring/charts/c-chart.ts';
import { chooseChart } from '#analysis/monitoring/charts/choose-chart.ts';
import { gChart } from '#analysis/monitoring/charts/g-chart.ts';
import { individualsChart } from '#analysis/monitoring/charts/individuals-chart.ts';
import { laneyPChart } from '#analysis/monitoring/charts/laney-p-chart.ts';
import { laneyUChart } from '#analysis/monitoring/charts/laney-u-chart.ts';
import { pChart } from '#analysis/monitoring/charts/p-chart.ts';
import { tChart } from '#analysis/monitoring/charts/t-chart.ts';
import { uChart } from '#analysis/monitoring/charts/u-chart.ts';
import { specialCauses } from '#analysis/monitoring/rules/special-causes.ts';
import { readAssurance } from '#analysis/monitoring/rules/read-assurance.ts';
import { readVariation } from '#analysis/monitoring/rules/read-variation.ts';
import { riskAdjustedCusum } from '#analysis/monitoring/outcomes/risk-adjusted-cusum.ts';
import { designCusum } from '#analysis/monitoring/run-length/design-cusum.ts';
import { riskAdjustedRunLength } from '#analysis/monitoring/run-length/risk-adjusted-run-length.ts';
import { makeGenerator } from '../support/make-study.ts';

describe('stages', () => {
  const values = [1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12];
  const centres = (result: ReturnType<typeof individualsChart>) =>
    result.ok ? result.points.map(({ centre }) => centre) : [];

  it('one stage holds the whole series unless a person says otherwise', () => {
    expect(new Set(centres(individualsChart(values)))).toEqual(new Set([6.5]));
  });

  it('a re-based stage may be frozen, too', () => {
    const stages = [
      { from: 0, baseline: 2 },
      { from: 6, baseline: 2 },
    ];
    const chart = individualsChart(values, { stages });
    expect(centres(chart)).toEqual([...Array<number>(6).fill(1.5), ...Array<number>(6).fill(11.5)]);
    expect(chart.ok && chart.stages).toMatchObject([
      { from: 0, baseline: 2, isTrial: true },
      { from: 6, baseline: 2, isTrial: true },
    ]);
    expect(chart.ok && chart.points.map(({ isBaseline }) => isBaseline).slice(0, 3)).toEqual([
      ...[true, true, false],
    ]);
  });

  it.each([[[]], [[{ from: 1 }]], [[{ from: 0 }, { from: 0 }]], [[{ from: 0, baseline: 0 }]]])(
    'refuses %j',
    (stages) => {
      expect(() => individualsChart(values, { stages })).toThrow('stages');
    },
  );
});

describe('periods without a value', () => {
  it('have no point and keep their place', () => {
    const chart = individualsChart([1, NaN, 3, 2]);
    expect(chart.ok && chart.points.map(({ index }) => index)).toEqual([0, 2, 3]);
    const rates = pChart([1, 0, 2, 1], [10, 0, 10, 12]);
    expect(rates.ok && rates.points.map(({ index }) => index)).toEqual([0, 2, 3]);
  });
});

describe('data that do not determine limits give a reason', () => {
  it.each([
    ['one value', individualsChart([1]), 'too-few-points'],
    ['no change', individualsChart([2, 2, 2, 2]), 'zero-variance'],
    ['the same share throughout', laneyPChart([1, 2, 3], [10, 20, 30]), 'zero-variance'],
    ['no exposure', uChart([0, 0], [0, 0]), 'too-few-points'],
    ['no gap', gChart([0, 0]), 'zero-variance'],
    ['equal times', tChart([4, 4, 4]), 'zero-variance'],
  ])('%s', (_, chart, reason) => {
    expect(chart).toEqual({ ok: false, reason });
  });

  it('refuses more events than cases', () => {
    expect(() => pChart([11], [10])).toThrow('count');
    expect(() => gChart([-1, 2])).toThrow('count');
  });
});

describe('where nothing happened in the baseline', () => {
  const year = Array<number>(12).fill(0);
  const stages = [{ from: 0, baseline: 12 }];
  const upperOf = (chart: ReturnType<typeof cChart>) =>
    chart.ok ? chart.points.at(-1)?.upper : undefined;

  // One-sided p of SciPy 1.17.1 at two and three events: .0059 and .00046 by `binomtest`, .00135 is 3 sigma.
  it.each([
    ['c', cChart([...year, 12], { stages }), 2],
    ['u', uChart([...year, 12], Array<number>(13).fill(100), { stages }), 2 / 100],
    ['u′', laneyUChart([...year, 12], [...Array<number>(12).fill(100), 50], { stages }), 2 / 50],
    ['p', pChart([...year, 12], Array<number>(13).fill(100), { stages }), 2 / 100],
    ['p′', laneyPChart([...year, 12], [...Array<number>(12).fill(100), 600], { stages }), 5 / 600],
  ])('a %s chart has the exact limit, and finds twelve events', (_, chart, upper) => {
    expect(upperOf(chart)).toBeCloseTo(upper, 12);
    const seen = chart.ok ? specialCauses(chart.points, ['beyond-limits']) : [];
    expect(seen.map((causes) => causes.length)).toEqual([...year, 1]);
    expect(chart.ok && chart.stages).toMatchObject([{ isWithoutEvents: true, dispersion: null }]);
  });

  it('nothing but events is the same from above', () => {
    const sizes = Array<number>(13).fill(100);
    const chart = laneyPChart([...Array<number>(12).fill(100), 97], sizes, { stages });
    expect(chart.ok && chart.points.at(-1)).toMatchObject({ centre: 1, lower: 0.98, upper: 1 });
  });

  it('a series without any event is a chart without a signal', () => {
    const chart = pChart(year, Array<number>(12).fill(40));
    expect(chart.ok && chart.points.every(({ value, upper }) => value <= upper)).toBe(true);
  });
});

describe('the chart is chosen by what is counted', () => {
  const many = Array<number>(24).fill(40);
  const few = Array<number>(24).fill(1);
  it.each([
    [{ kind: 'measurement' as const }, 'xmr', 'measurements'],
    [{ kind: 'time-between' as const }, 't', 'times-between-events'],
    [{ kind: 'proportion' as const, events: many }, 'p-prime', 'proportions'],
    [{ kind: 'rate' as const, events: many }, 'u-prime', 'rates'],
    [{ kind: 'rate' as const, events: few, gaps: 'time' as const }, 't', 'rare-events-by-time'],
    [
      { kind: 'proportion' as const, events: few, gaps: 'cases' as const },
      'g',
      'rare-events-by-cases',
    ],
    [{ kind: 'proportion' as const, events: few }, 'p-prime', 'rare-events-without-gaps'],
    [{ kind: 'rate' as const, events: [9, NaN, 8] }, 'u', 'too-few-periods-for-dispersion'],
  ])('%j', (question, chart, reason) => {
    expect(chooseChart(question)).toEqual({ chart, reason });
  });
});

describe('icons', () => {
  it('read a signal by which way is better', () => {
    const high = [{ rule: 'beyond-limits', side: 'high' }] as const;
    expect(readVariation(high, 'increase')).toBe('improvement-high');
    expect(readVariation(high, 'decrease')).toBe('concern-high');
    expect(readVariation(high, 'neutral')).toBe('neutral-high');
    expect(readVariation([], 'increase')).toBe('common-cause');
  });

  it('set the target against the limits', () => {
    const chart = individualsChart([4, 5, 6, 5, 4, 6, 5]);
    const latest = chart.ok ? chart.points.at(-1) : undefined;
    if (!latest) throw new Error('no chart');
    expect(readAssurance(latest, 0, 'increase')).toBe('consistently-pass');
    expect(readAssurance(latest, 0, 'decrease')).toBe('consistently-fail');
    expect(readAssurance(latest, 20, 'increase')).toBe('consistently-fail');
    expect(readAssurance(latest, 20, 'decrease')).toBe('consistently-pass');
    expect(readAssurance(latest, 5, 'increase')).toBe('hit-or-miss');
    expect(readAssurance(latest, latest.upper, 'increase')).toBe('hit-or-miss');
    expect(readAssurance(latest, 0, 'neutral')).toBeNull();
  });
});

describe('designs', () => {
  it('refuse what no chart can have', () => {
    expect(() => designCusum(0, 100, 'one')).toThrow('chart-design');
    expect(() => designCusum(0.5, 1, 'one')).toThrow('chart-design');
    expect(() => riskAdjustedCusum([0], [0.1], { oddsRatio: 1, limit: 3 })).toThrow('chart-design');
    expect(() => riskAdjustedCusum([2], [0.1], { oddsRatio: 2, limit: 3 })).toThrow('not-binary');
  });

  it('a risk-adjusted CUSUM runs as long as its Markov chain says', () => {
    const random = makeGenerator(11);
    const risks = Array.from({ length: 200 }, () => 0.02 + 0.4 * random() ** 3);
    const design = { risks, oddsRatio: 2, limit: 2 };
    const lengths = Array.from({ length: 1500 }, () => {
      let [sum, cases] = [0, 0];
      while (sum <= 2 && cases < 1e5) {
        const risk = risks[Math.floor(random() * risks.length)] ?? NaN;
        const outcome = random() < risk ? 1 : 0;
        const { scores } = riskAdjustedCusum([outcome], [risk], design);
        sum = Math.max(0, sum + (scores[0] ?? NaN));
        cases += 1;
      }
      return cases;
    });
    const mean = lengths.reduce((all, length) => all + length, 0) / lengths.length;
    expect(riskAdjustedRunLength(design) / mean).toBeGreaterThan(0.93);
    expect(riskAdjustedRunLength(design) / mean).toBeLessThan(1.07);
    expect(riskAdjustedRunLength({ ...design, actual: 2 })).toBeLessThan(0.6 * mean);
  });
});
