import { expect, it } from 'vitest';
import { cohenKappa } from '#analysis/agreement/cohen-kappa.ts';
import { landisKochBand } from '#analysis/agreement/landis-koch.ts';
import { pabak } from '#analysis/agreement/pabak.ts';

it('is twice the agreement less one, with Wilson’s interval carried over', () => {
  const found = pabak([5, 8, 7, 80]);
  expect(found).toMatchObject({ ok: true, agreement: 0.85, prevalenceIndex: -0.75 });
  if (!found.ok) throw new Error('no table');
  expect(found.value).toBeCloseTo(0.7, 12);
  expect(found.biasIndex).toBeCloseTo(0.01, 12);
  // Wilson’s interval of 85 of 100 in Python, with statistics.NormalDist: 0.7671644 to 0.9069401.
  expect(found.interval[0]).toBeCloseTo(2 * 0.7671644 - 1, 6);
  expect(found.interval[1]).toBeCloseTo(2 * 0.9069401 - 1, 6);
  expect(pabak([0, 0, 0, 0])).toEqual({ ok: false, reason: 'too-few-cases' });
});

it('equals kappa where found and not found are equally frequent, and stays high where they are not', () => {
  const even: [number, number, number, number] = [40, 10, 10, 40];
  const rare: [number, number, number, number] = [0, 10, 10, 80];
  const kappaOf = (table: readonly number[]) => {
    const found = cohenKappa(Float64Array.from(table), 'unweighted');
    return found.ok ? found.value : NaN;
  };
  const adjusted = [pabak(even), pabak(rare)].map((one) => (one.ok ? one.value : NaN));
  expect(kappaOf(even)).toBeCloseTo(adjusted[0] ?? NaN, 12);
  expect(adjusted[1]).toBeCloseTo(0.6, 12);
  expect(kappaOf(rare)).toBeLessThan(0);
});

it('has a word for each band, whose ends belong to the band below', () => {
  const words = [-0.01, 0, 0.2, 0.21, 0.4, 0.6, 0.61, 0.8, 0.81, 1].map(landisKochBand);
  expect(words).toEqual([
    ...['poor', 'slight', 'slight', 'fair', 'fair', 'moderate'],
    ...['substantial', 'substantial', 'almost-perfect', 'almost-perfect'],
  ]);
});
