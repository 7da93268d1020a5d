import { expect, it } from 'vitest';
import { DomainError, ShapeError } from '#analysis/errors.ts';
import { laneyPChart } from '#analysis/monitoring/charts/laney-p-chart.ts';
import { shareLimit } from '#analysis/monitoring/drift/share-limit.ts';
import { drawBinomial } from '#analysis/numeric/draw-binomial.ts';
import { drawNormal } from '#analysis/numeric/draw-normal.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';

it('is the upper limit of a p′ chart whose baseline is the earlier periods', () => {
  const counts = [40, 75, 22, 90, 31, 60, 18, 71];
  const sizes = [1000, 1100, 900, 1200, 950, 1000, 1050, 980];
  const chart = laneyPChart([...counts, 5], [...sizes, 700], {
    stages: [{ from: 0, baseline: counts.length }],
  });
  const upper = chart.ok ? chart.points.at(-1)?.upper : NaN;
  const found = shareLimit(counts, sizes, 700);
  expect(found).toMatchObject({ ok: true, centre: 407 / 8180 });
  expect(found.ok && found.dispersion).toBeGreaterThan(3);
  expect(found.ok && found.limit).toBeCloseTo(upper ?? NaN, 12);
});

it('is never narrower than chance alone', () => {
  // All alike: σ_z is 0, and the limit that of a p chart, .1 + 3 √(.09/400).
  const found = shareLimit(Array(6).fill(10), Array(6).fill(100), 400);
  expect(found).toEqual({
    ok: true,
    centre: 0.1,
    limit: 0.1 + 3 * Math.sqrt(0.09 / 400),
    dispersion: 1,
  });
});

it('after nothing at all takes what chance still allows, and after everything cannot be exceeded', () => {
  const none = shareLimit(Array(8).fill(0), Array(8).fill(500), 500);
  // By P_k = ∏ (500 − i)/(4500 − i): P₂ = .0123, P₃ = .00137, P₄ = .00015 against .00135.
  expect(none.ok && none.limit).toBeCloseTo(3 / 500, 12);
  expect(shareLimit(Array(8).fill(50), Array(8).fill(50), 50)).toMatchObject({ limit: 1 });
});

it('says why there is none, and refuses what cannot be', () => {
  expect(shareLimit([1, 2, 3, 4, 5], Array(5).fill(100), 100)).toEqual({
    ...{ ok: false, reason: 'too-few-points' },
  });
  expect(shareLimit([1, 0, 2, 1, 2, 3], [100, 0, 90, 100, 95, 90], 100).ok).toBe(false);
  expect(shareLimit([], [], 0)).toEqual({ ok: false, reason: 'too-few-cases' });
  expect(() => shareLimit([1], [1, 2], 3)).toThrow(ShapeError);
  expect(() => shareLimit([2], [1], 3)).toThrow(DomainError);
});

/** Share of quiet periods above the limit; `spread` of the logit between periods. */
function falseAlarms(earlier: number, spread: number, seed: number): number {
  const random = seededGenerator(seed);
  const draw = () => {
    const logit = -3 + spread * drawNormal(random);
    return drawBinomial(1000, 1 / (1 + Math.exp(-logit)), random);
  };
  let above = 0;
  const runs = 4000;
  for (let run = 0; run < runs; run += 1) {
    const counts = Array.from({ length: earlier }, draw);
    const found = shareLimit(counts, Array<number>(earlier).fill(1000), 1000);
    if (found.ok && draw() / 1000 > found.limit) above += 1;
  }
  return above / runs;
}

it('is exceeded by few quiet periods, over-dispersed or not', () => {
  const rates = {
    plain: falseAlarms(12, 0, 11),
    restless: falseAlarms(12, 0.4, 12),
    restlessOfSix: falseAlarms(6, 0.4, 13),
  };
  console.info('quiet periods above the limit', rates);
  expect(rates.plain).toBeLessThan(0.006);
  expect(rates.restless).toBeLessThan(0.03);
  expect(rates.restlessOfSix).toBeLessThan(0.06);
});
