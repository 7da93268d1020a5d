import { describe, expect, it } from 'vitest';
import { alphaOfCodeSets, type CodedUnit } from '#analysis/agreement/alpha-of-code-sets.ts';
import { coincidencesOf } from '#analysis/agreement/coincidences-of.ts';
import { krippendorffAlpha } from '#analysis/agreement/krippendorff-alpha.ts';
import { masiDistance } from '#analysis/agreement/masi-distance.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';

const measure = (units: readonly CodedUnit[], seed = 1) =>
  alphaOfCodeSets(units, { draws: 300, level: 0.95, generator: seededGenerator(seed) });

describe('MASI distance', () => {
  it.each([
    [['a'], ['a'], 0],
    [['a', 'b'], ['b', 'a'], 0],
    [[], [], 0],
    [['a'], [], 1],
    [['a'], ['b'], 1],
    [['a'], ['a', 'b'], 1 - (1 / 2) * (2 / 3)],
    [['a', 'b'], ['b', 'c'], 1 - (1 / 3) * (1 / 3)],
    [['a', 'b', 'c'], ['a', 'b'], 1 - (2 / 3) * (2 / 3)],
  ])('of %j and %j', (a, b, expected) => {
    expect(masiDistance(a, b)).toBeCloseTo(expected, 12);
    expect(masiDistance(b, a)).toBe(masiDistance(a, b));
  });
});

const codes = ['a', 'b', 'c'];
const random = seededGenerator(4);
const single = Array.from({ length: 60 }, (): CodedUnit => {
  const truth = Math.floor(random() * 3);
  return Array.from({ length: 3 }, () => {
    if (random() < 0.1) return null;
    const own = random() < 0.7 ? truth : Math.floor(random() * 3);
    return [codes[own] ?? 'a'];
  });
});

describe('alpha of sets of codes', () => {
  it('is nominal alpha where everybody gives one code', () => {
    const counts = Float64Array.from(
      single.flatMap((unit) => codes.map((code) => unit.filter((own) => own?.[0] === code).length)),
    );
    const nominal = krippendorffAlpha(coincidencesOf(counts, 3), 'nominal', new Float64Array(3));
    const { alpha, interval } = measure(single);
    if (!alpha.ok || !nominal.ok) throw new Error('both are determined');
    expect(alpha.value).toBeCloseTo(nominal.value, 12);
    const [lower = NaN, upper = NaN] = interval ?? [];
    expect(lower).toBeLessThan(alpha.value);
    expect(upper).toBeGreaterThan(alpha.value);
    expect(upper - lower).toBeLessThan(0.4);
  });

  it('gives credit for codes in common, and names where coders differ most', () => {
    const units: CodedUnit[] = [
      [['a', 'b'], ['a']],
      [['b'], ['b']],
      [['c'], ['c', 'a']],
      [['c'], ['b']],
      [['a'], null],
    ];
    const found = measure(units);
    // D_o = (1/3·... ) by hand: pairs count twice, one pair a unit of two coders.
    const d = [2 / 3, 0, 2 / 3, 1];
    expect(found.units).toBe(4);
    expect(found.disagreement.slice(0, 4).map((value) => value ?? NaN)).toEqual(
      d.map((value): unknown => expect.closeTo(value, 12)),
    );
    expect(found.disagreement[4]).toBeNull();
    const sets = units.slice(0, 4).flatMap((unit) => unit.map((own) => own ?? []));
    const expected = sets.reduce(
      (sum, x) => sum + sets.reduce((own, y) => own + masiDistance(x, y), 0),
      0,
    );
    const observed = 2 * d.reduce((sum, value) => sum + value, 0);
    expect(found.alpha).toEqual({
      ok: true,
      value: expect.closeTo(1 - (7 * observed) / expected, 12) as number,
    });
  });

  it('is the same whatever the order of coders and codes, and for the same seed', () => {
    const turned = single.map((unit) => [...unit].reverse());
    expect(measure(turned)).toEqual(measure(single));
    expect(measure(single, 2).interval).not.toEqual(measure(single).interval);
  });

  it('has no number where nothing is pairable or nothing varies', () => {
    expect(measure([]).alpha).toEqual({ ok: false, reason: 'too-few-respondents' });
    expect(measure([[['a'], null]]).alpha).toEqual({ ok: false, reason: 'too-few-respondents' });
    const same = measure([
      [['a'], ['a']],
      [['a'], ['a']],
    ]);
    expect(same).toMatchObject({ alpha: { ok: false, reason: 'one-category' } });
    expect(same.interval).toBeUndefined();
  });
});
