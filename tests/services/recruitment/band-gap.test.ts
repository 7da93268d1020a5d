import { describe, expect, it } from 'vitest';
import { bandGap } from '#app/services/recruitment/band-gap.ts';
import type { Stratum } from '#db/queries/panel-stratum.server.ts';

const stratum: Stratum = {
  ...{ id: 's', position: 1, question: { en: 'Age' }, source: 'Census', reason: 'x', revision: 1 },
  bands: ['young', 'middle', 'old'].map((id) => ({ id, label: { en: id } })),
  shares: { young: 0.4, middle: 0.4, old: 0.2 },
};

const gap = (counts: Record<string, number>, total: number) =>
  bandGap(stratum, counts, { total, minimum: 5 });

describe('the gap of a question', () => {
  it('is bounded by those who did not say', () => {
    const { bands, notSaid } = gap({ young: 6, middle: 8, old: 10 }, 30);
    expect(notSaid).toBe(6);
    expect(bands.map(({ people }) => people)).toEqual([6, 8, 10]);
    expect(bands.map(({ wanted }) => wanted)).toEqual([12, 12, 6]);
    expect(bands.map(({ missing }) => missing)).toEqual([
      [0, 6],
      [-2, 4],
      [-10, -4],
    ]);
  });

  it('withholds a small number and one more, and its bounds do not give them away', () => {
    const { bands, notSaid } = gap({ young: 2, middle: 10, old: 8 }, 20);
    expect(bands.map(({ people }) => people)).toEqual([null, 10, null]);
    // All of those who are withheld may be of this band: 10 together, young and old.
    expect(notSaid).toBeNull();
    expect(bands[0]?.missing).toEqual([-2, 8]);
    expect(bands[1]?.missing).toEqual([-12, -2]);
    // The same page whatever of the withheld people are young or old.
    expect(gap({ young: 4, middle: 10, old: 6 }, 20)).toEqual(
      gap({ young: 2, middle: 10, old: 8 }, 20),
    );
  });

  it('says that nobody is of a band where everybody can work it out', () => {
    const { bands, notSaid } = gap({ young: 10, middle: 10 }, 20);
    expect(bands.map(({ people }) => people)).toEqual([10, 10, 0]);
    expect(notSaid).toBe(0);
    expect(bands[2]?.missing).toEqual([4, 4]);
  });

  it('has no bounds without a target', () => {
    const { bands } = bandGap({ ...stratum, shares: {} }, { young: 9 }, { total: 20, minimum: 5 });
    expect(bands.map(({ missing }) => missing)).toEqual([null, null, null]);
  });

  it('counts everybody as one who did not say where nobody was asked', () => {
    expect(gap({}, 12)).toMatchObject({ notSaid: 12 });
  });
});
