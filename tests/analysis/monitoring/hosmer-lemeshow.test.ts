import { expect, it } from 'vitest';
import { binRisks } from '#analysis/monitoring/performance/bin-risks.ts';
import { hosmerLemeshow } from '#analysis/monitoring/performance/hosmer-lemeshow.ts';
import { makeGenerator } from '../support/make-study.ts';

const random = makeGenerator(11);
/** Bins of cases whose outcomes come as the risks say. */
const calibrated = () => {
  const risks = Float64Array.from({ length: 500 }, () => 0.05 + 0.6 * random());
  const outcomes = risks.map((risk) => Number(random() < risk));
  return binRisks(outcomes, risks, 'equal-count', 10);
};

it('of new cases and right risks is wrong as often as the level says', () => {
  const rounds = Array.from({ length: 1000 }, calibrated);
  const rejected = (isDevelopment: boolean) =>
    rounds.filter((bins) => {
      const test = hosmerLemeshow(bins, { isDevelopment });
      return test.ok && test.p < 0.05;
    }).length / rounds.length;
  // Three standard errors of 1,000 rounds at 5 %: 2 %.
  expect(Math.abs(rejected(false) - 0.05)).toBeLessThan(0.02);
  expect(rejected(true)).toBeGreaterThan(0.07);
});

it('has the degrees of freedom of its use', () => {
  const bins = calibrated();
  expect(hosmerLemeshow(bins)).toMatchObject({ groups: 10, df: 10 });
  expect(hosmerLemeshow(bins, { isDevelopment: true })).toMatchObject({ groups: 10, df: 8 });
});
