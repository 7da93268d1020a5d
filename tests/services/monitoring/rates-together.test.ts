import { expect, it } from 'vitest';
import { fewestShown, seriesOf } from '#app/services/monitoring/series.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { aRecord } from './a-record.ts';

type Table = { tp: number; fp: number; fn: number; tn: number };
const everybody = { dimension: '', level: '' };
const metrics = ['sensitivity', 'false-positive-rate', 'predictive-value'] as const;

/** Events and cases of each rate that a page shows of a table. */
function shownOf(table: Table) {
  const record = aRecord({ metric: 'confusion', kind: 'confusion', detail: { ...table } });
  return metrics.flatMap((metric) => {
    const [point] = seriesOf([record], metric, everybody, '2026-11-26');
    return point && point.n > 0 && !point.isFew
      ? [{ metric, x: Math.round(point.x), n: Math.round(point.n) }]
      : [];
  });
}

/** What a rate of a table would be. */
const rates = ({ tp, fp, fn, tn }: Table) => ({
  ...{ sensitivity: { x: tp, n: tp + fn }, 'false-positive-rate': { x: fp, n: fp + tn } },
  ...{ 'predictive-value': { x: tp, n: tp + fp } },
});

/** Every table of as many cases that shows the same. */
function tablesThatShow(table: Table): Table[] {
  const total = table.tp + table.fp + table.fn + table.tn;
  const shown = JSON.stringify(shownOf(table));
  const wanted = shownOf(table);
  const found: Table[] = [];
  for (let tp = 0; tp <= total; tp += 1) {
    for (let fp = 0; tp + fp <= total; fp += 1) {
      for (let fn = 0; tp + fp + fn <= total; fn += 1) {
        const other = { tp, fp, fn, tn: total - tp - fp - fn };
        const own = rates(other);
        const fits = wanted.every(({ metric, x, n }) => own[metric].x === x && own[metric].n === n);
        if (fits && JSON.stringify(shownOf(other)) === shown) found.push(other);
      }
    }
  }
  return found;
}

/** How the cases of a side fall, where it is of few. */
const fewSides = ({ tp, fp, fn, tn }: Table) =>
  [
    { name: 'with the condition', cells: [tp, fn] },
    { name: 'without', cells: [fp, tn] },
    { name: 'flagged', cells: [tp, fp] },
    { name: 'not flagged', cells: [fn, tn] },
  ].filter(({ cells: [a = 0, b = 0] }) => a + b > 1 && a + b < fewestShown);

it('rates of one table and its number of cases never tell how a side of few falls', () => {
  const random = seededGenerator(3);
  const draw = () => Math.floor(random() ** 2 * 18);
  const seen = { few: 0, shown: 0 };
  for (let at = 0; at < 150; at += 1) {
    const table = { tp: draw(), fp: draw(), fn: draw(), tn: draw() };
    const sides = fewSides(table);
    if (sides.length === 0) continue;
    const alike = tablesThatShow(table);
    for (const { name } of sides) {
      const ways = new Set(
        alike.map(
          (one) =>
            fewSides(one)
              .find((side) => side.name === name)
              ?.cells.join(' ') ?? 'many',
        ),
      );
      expect(ways.size, JSON.stringify({ table, name })).toBeGreaterThan(1);
    }
    seen.few += 1;
    seen.shown += shownOf(table).length;
  }
  expect(seen.few).toBeGreaterThan(50);
  expect(seen.shown).toBeGreaterThan(10);
});

it('of a table without a side of few every rate is shown, of others the one that tells least', () => {
  expect(shownOf({ tp: 40, fp: 30, fn: 9, tn: 800 })).toHaveLength(3);
  const few = { tp: 4, fp: 56, fn: 3, tn: 837 };
  expect(shownOf(few).map(({ metric }) => metric)).toEqual(['false-positive-rate']);
  const flagged = { tp: 3, fp: 5, fn: 20, tn: 837 };
  expect(shownOf(flagged).map(({ metric }) => metric)).toEqual(['sensitivity']);
});
