import { describe, expect, it } from 'vitest';

import { pagePaint } from '#app/components/charts/chart-paint.ts';
import type { LinesChart } from '#app/components/charts/chart-types.ts';
import { placeLineLabels } from '#app/components/charts/line-labels.ts';
import { linesGeometry } from '#app/components/charts/lines-geometry.ts';
import { fontSize, type PlotSpace } from '#app/components/charts/plot-space.ts';
import { estimateTextWidth } from '#app/components/charts/wrap-text.ts';

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

describe('names of a figure with marks and intervals', () => {
  const axis = { low: 0, high: 1, decimals: 2, label: 'Risk' };
  const risks = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];
  const chartOf = (observed: (risk: number) => number): LinesChart => ({
    ...{ kind: 'lines', id: 'x', title: '', subtitle: '', sentence: '', notMeaning: '' },
    ...{ rowHeading: '', xAxis: axis, yAxis: axis },
    series: [
      {
        ...{ label: 'Observed share', hasMarks: true },
        points: risks.map((x) => {
          const y = observed(x);
          return { x, y, low: Math.max(0, y - 0.05), high: Math.min(1, y + 0.05) };
        }),
      },
      { label: 'As predicted', isReference: true, points: risks.map((x) => ({ x, y: x })) },
    ],
  });
  const space = (width: number): PlotSpace => ({
    ...{ width, locale: 'en', direction: 'ltr', paint: pagePaint },
    labels: {
      showTable: '',
      notMeaningTitle: '',
      n: '',
      estimate: '',
      low: '',
      high: '',
      remark: '',
    },
  });

  const shapes = { together: (risk: number) => risk, apart: (risk: number) => risk * 0.25 };
  const cases = [304, 520, 760].flatMap((width) =>
    (['together', 'apart'] as const).map((shape) => ({ width, shape })),
  );
  it.each(cases)(
    'touch no line, mark or interval: lines $shape, $width wide',
    ({ width, shape }) => {
      const chart = chartOf(shapes[shape]);
      const { names, key, paths, y } = linesGeometry(chart, space(width));
      for (const { text, place } of names) {
        const half = estimateTextWidth(text, fontSize) / 2;
        const [left, right] = [(place?.x ?? 0) - half, (place?.x ?? 0) + half];
        const [top, bottom] = [(place?.y ?? 0) - 10, place?.y ?? 0];
        const marks = (chart.series[0]?.points ?? []).map(({ low = 0, high = 0 }, index) => ({
          ...{ x: paths[0]?.[index]?.x ?? 0, from: y(high) - 2, to: y(low) + 2, half: 4 },
        }));
        const between = paths.flatMap((path) =>
          path.slice(1).flatMap((to, index) => {
            const from = path[index] ?? to;
            return Array.from({ length: 40 }, (_, step) => {
              const at = from.y + ((to.y - from.y) * step) / 40;
              return { x: from.x + ((to.x - from.x) * step) / 40, from: at, to: at, half: 0 };
            });
          }),
        );
        const touched = [...marks, ...between].filter(
          (one) =>
            one.x + one.half > left &&
            one.x - one.half < right &&
            one.to > top &&
            one.from < bottom,
        );
        expect(touched, text).toEqual([]);
      }
      const said = key.flatMap(({ lines }) => lines);
      expect(said).toEqual(names.length === 2 ? said : ['Observed share', 'As predicted']);
    },
  );
});
