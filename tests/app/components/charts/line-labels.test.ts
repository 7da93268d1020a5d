import { describe, expect, it } from 'vitest';

import { placeLineLabels } from '#app/components/charts/line-labels.ts';

const bounds = { left: 0, right: 300, top: 0, bottom: 200 };
const bump = (middle: number) =>
  Array.from({ length: 61 }, (_, step) => {
    const x = step * 5;
    return { x, y: 180 - 140 * Math.exp(-(((x - middle) / 40) ** 2)) };
  });

describe('names of lines', () => {
  it('stand by their own line and not on each other', () => {
    const lines = [60, 150, 240].map((middle) => ({ text: 'Agree', points: bump(middle) }));
    const places = placeLineLabels(lines, bounds);
    for (const [index, place] of places.entries()) {
      const peak = 60 + 90 * index;
      expect(Math.abs((place?.x ?? 0) - peak)).toBeLessThan(50);
    }
  });

  it('are left out where there is no room', () => {
    const points = [
      { x: 0, y: 100 },
      { x: 40, y: 100 },
    ];
    const long = {
      text: 'A name that is wider than all of the plot, by far and without end',
      points,
    };
    expect(placeLineLabels([long], { ...bounds, right: 60 })).toEqual([undefined]);
  });
});
