import { expect, it } from 'vitest';
import { DomainError } from '#analysis/errors.ts';
import { expectedRates, type WaitingBin } from '#analysis/monitoring/performance/expected-rates.ts';
import { logisticRecalibration } from '#analysis/monitoring/performance/logistic-recalibration.ts';
import { drawBinomial } from '#analysis/numeric/draw-binomial.ts';
import { drawNormal } from '#analysis/numeric/draw-normal.ts';
import { seededGenerator, type Generator } from '#analysis/numeric/seeded-generator.ts';

const risks = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75];
const shares = [0.34, 0.22, 0.14, 0.1, 0.08, 0.06, 0.04, 0.02];
const logit = (p: number) => Math.log(p / (1 - p));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Calibrated to the last case. */
const exact = (n: number) =>
  logisticRecalibration(
    risks.map((risk, bin) => {
      const size = n * (shares[bin] ?? 0);
      return { n: size, events: size * risk, risk };
    }),
  );
const waiting = (n: number): WaitingBin[] =>
  risks.map((risk, bin) => ({
    ...{ n: Math.round(n * (shares[bin] ?? 0)), risk, isFlagged: risk >= 0.3 },
  }));

it('is what risks add up to, with the variance of the paper', () => {
  const calibration = exact(1e9);
  const bins = [
    { n: 100, risk: 0.2, isFlagged: false },
    { n: 50, risk: 0.6, isFlagged: true },
  ];
  const found = expectedRates(bins, calibration);
  if (!found.ok) throw new Error('calibrated');
  expect(found.sensitivity?.value).toBeCloseTo(30 / 50, 12);
  expect(found.positivePredictiveValue?.value).toBeCloseTo(0.6, 12);
  expect(found.prevalence.value).toBeCloseTo(50 / 150, 12);
  // With calibration as good as known: Var TP = 50 × .24 = 12, Var FN = 100 × .16 = 16.
  const deviation = Math.sqrt((20 / 2500) ** 2 * 12 + (30 / 2500) ** 2 * 16);
  const margin = (1.959964 * deviation) / (0.6 * 0.4);
  expect(found.sensitivity?.interval[0]).toBeCloseTo(sigmoid(logit(0.6) - margin), 4);
  expect(found.sensitivity?.interval[1]).toBeCloseTo(sigmoid(logit(0.6) + margin), 4);
});

/** Whether each rate that came lies in its interval, over draws of what calibration may be. */
function coverage(
  { known, now, isExact }: { known: number; now: number; isExact: boolean },
  random: Generator,
) {
  const calibration = exact(known);
  if (!calibration.ok || !calibration.line.ok) throw new Error('calibrated');
  const { intercept, slope, covariance } = calibration.line;
  const [sa, sb] = [intercept.standardError, slope.standardError];
  const correlation = covariance / (sa * sb);
  const bins = waiting(now);
  const found = expectedRates(bins, calibration);
  if (!found.ok) throw new Error('calibrated');
  const runs = 2000;
  const inside = { sensitivity: 0, positivePredictiveValue: 0, prevalence: 0 };
  for (let run = 0; run < runs; run += 1) {
    const [u, v] = [drawNormal(random), drawNormal(random)];
    const a = isExact ? 0 : sa * u;
    const b = isExact ? 1 : 1 + sb * (correlation * u + Math.sqrt(1 - correlation ** 2) * v);
    const came = bins.map(({ n, risk, isFlagged }) => ({
      ...{ n, isFlagged, events: drawBinomial(n, sigmoid(a + b * logit(risk)), random) },
    }));
    const sum = (of: (bin: (typeof came)[number]) => number) =>
      came.reduce((all, bin) => all + of(bin), 0);
    const tp = sum(({ events, isFlagged }) => (isFlagged ? events : 0));
    const all = sum(({ events }) => events);
    const truth = {
      ...{ sensitivity: tp / all, prevalence: all / sum(({ n }) => n) },
      positivePredictiveValue: tp / sum(({ n, isFlagged }) => (isFlagged ? n : 0)),
    };
    for (const name of ['sensitivity', 'positivePredictiveValue', 'prevalence'] as const) {
      const [low, high] = found[name]?.interval ?? [NaN, NaN];
      if (low <= truth[name] && truth[name] <= high) inside[name] += 1;
    }
  }
  return Object.entries(inside).map(([name, count]) => ({ name, share: count / runs }));
}

it.each([
  [600, 400],
  [600, 5000],
  [4000, 1000],
])('covers 19 of 20 where calibration is known from %i cases and %i wait', (known, now) => {
  const random = seededGenerator(known + now);
  const asKnown = coverage({ known, now, isExact: false }, random);
  console.info('coverage', known, now, asKnown);
  for (const { name, share } of asKnown) {
    expect(share, name).toBeGreaterThan(0.93);
    expect(share, name).toBeLessThan(0.97);
  }
  // Where risks are exactly right the interval is wide, never narrow.
  for (const { name, share } of coverage({ known, now, isExact: true }, random)) {
    expect(share, name).toBeGreaterThan(0.93);
  }
});

it('refuses risks that were not right, no cases, and risks that are none', () => {
  const wrong = logisticRecalibration(
    risks.map((risk) => ({ n: 500, events: Math.round(500 * sigmoid(0.6 + logit(risk))), risk })),
  );
  expect(expectedRates(waiting(500), wrong)).toEqual({ ok: false, reason: 'not-calibrated' });
  expect(expectedRates([], exact(1000))).toEqual({ ok: false, reason: 'too-few-cases' });
  expect(() => expectedRates([{ n: 5, risk: 1, isFlagged: true }], exact(1000))).toThrow(
    DomainError,
  );
  expect(expectedRates([{ n: 5, risk: 0.2, isFlagged: false }], exact(1000))).toMatchObject({
    ...{ ok: true, sensitivity: null, positivePredictiveValue: null },
  });
});
