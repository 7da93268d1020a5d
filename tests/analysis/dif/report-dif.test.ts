import { describe, expect, it } from 'vitest';
import { reportDif } from '#analysis/dif/report-dif.ts';
import { adjustPValues } from '#analysis/groups/adjust-p-values.ts';
import reference from '#tests/fixtures/analysis/dif/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { readCsv } from '../support/read-csv.ts';
import { tableOf } from '../support/table-of.ts';

const data = readCsv(new URL('../../fixtures/analysis/data/sim_dif6.csv', import.meta.url));
const table = tableOf(data);
const items = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6'];
const base = { items, group: 'group' };

type Report = ReturnType<typeof reportDif>;

function logisticOf(report: Report, item: string) {
  const found = report.items.find((one) => one.item === item)?.ordinalLogistic;
  if (found?.ok !== true) throw new Error(found?.reason ?? item);
  return found;
}

function expectLogistic(
  report: Report,
  item: string,
  expected: (typeof reference.cases)[0]['total'],
) {
  const result = logisticOf(report, item);
  const { logLik } = result;
  const computed = [
    ...[logLik.null, logLik.score, logLik.scoreGroup, logLik.scoreGroupInteraction],
    ...[result.groupEffect.estimate, result.groupEffect.standardError],
    ...[result.scoreSlope.alone, result.scoreSlope.withGroup],
  ];
  const given = [...expected.logLik, expected.group, expected.groupSe, ...expected.slopes];
  computed.forEach((value, i) => expect(deviation(value, given[i] ?? NaN)).toBeLessThan(1e-8));
  const [none = NaN, score = NaN, , both = NaN] = expected.logLik;
  expect(result.total.chiSquare).toBeCloseTo(2 * (both - score), 6);
  expect(result.deltaMcFadden.total).toBeCloseTo((score - both) / none, 10);
}

describe('ordinal logistic regression', () => {
  const total = reportDif(table, { ...base, purify: false });
  const rest = reportDif(table, { ...base, purify: false, matching: 'rest' });
  const purified = reportDif(table, base);

  it.each(reference.cases)('agrees with R: $item', (test) => {
    expectLogistic(total, test.item, test.total);
    expectLogistic(rest, test.item, test.rest);
    expectLogistic(purified, test.item, test.withoutI3);
  });

  it('finds the item that was simulated to function differently, and after purification no other', () => {
    const flagged = (report: Report) =>
      items.filter((item) => logisticOf(report, item).verdict.isSignificant);
    expect(flagged(total)).toEqual(['i2', 'i3']);
    expect(flagged(purified)).toEqual(['i3']);
    expect(purified.anchors).toEqual(['i1', 'i2', 'i4', 'i5', 'i6']);
    expect(logisticOf(purified, 'i3').verdict).toMatchObject({ size: 'moderate' });
    expect(logisticOf(purified, 'i3').oddsRatio).toBeLessThan(0.5);
  });

  it('adjusts p over the items', () => {
    const p = items.map((item) => logisticOf(total, item).total.p);
    expect(items.map((item) => logisticOf(total, item).holmP)).toEqual(adjustPValues(p, 'holm'));
  });

  it('turns with the groups', () => {
    const turned = reportDif(table, { ...base, reference: '1', focal: '0', purify: false });
    for (const item of items) {
      const [here, there] = [logisticOf(total, item), logisticOf(turned, item)];
      expect(there.groupEffect.estimate).toBeCloseTo(-here.groupEffect.estimate, 8);
      expect(there.total.chiSquare).toBeCloseTo(here.total.chiSquare, 8);
    }
  });

  it('turns with reverse-keyed items', () => {
    const turned = reportDif(table, { ...base, reverse: items, purify: false });
    for (const item of items) {
      const [here, there] = [logisticOf(total, item), logisticOf(turned, item)];
      expect(there.groupEffect.estimate).toBeCloseTo(-here.groupEffect.estimate, 8);
    }
  });
});

describe('the Mantel family', () => {
  it.each(reference.cases)('agrees with R: $item', ({ item, mantelTotal }) => {
    const report = reportDif(table, { ...base, purify: false });
    const mantel = report.items.find((one) => one.item === item)?.mantel;
    expect(mantel?.test).toMatchObject({ ok: true, degreesOfFreedom: 1 });
    expect(mantel?.test.ok === true && mantel.test.chiSquare).toBeCloseTo(mantelTotal.mantel, 8);
    expect(mantel?.generalised).toMatchObject({ ok: true, degreesOfFreedom: mantelTotal.cmhDf });
    expect(mantel?.generalised.ok === true && mantel.generalised.chiSquare).toBeCloseTo(
      mantelTotal.cmh,
      8,
    );
    const smd = mantel?.standardisedMeanDifference;
    expect(smd?.ok === true && smd.difference).toBeCloseTo(mantelTotal.smd, 10);
    expect(smd?.ok === true && smd.overPooledSd).toBeCloseTo(mantelTotal.smdOverSd, 10);
    expect(mantel).toMatchObject({ strataUsed: mantelTotal.strata, nUsed: mantelTotal.n });
  });

  it('is the Mantel–Haenszel log odds ratio for two categories', () => {
    // Two matching scores by a third item; group 0 and 1; counts chosen by hand.
    const cells = [
      { rest: 0, group: 0, counts: [6, 4] },
      { rest: 0, group: 1, counts: [8, 3] },
      { rest: 1, group: 0, counts: [2, 9] },
      { rest: 1, group: 1, counts: [5, 7] },
    ];
    const rows = cells.flatMap(({ rest, group, counts }) =>
      counts.flatMap((count, y) => Array.from({ length: count }, () => ({ rest, group, y }))),
    );
    const two = tableOf({
      y: rows.map((row) => row.y),
      rest: rows.map((row) => row.rest),
      group: rows.map((row) => row.group),
    });
    const report = reportDif(two, {
      items: ['y', 'rest'],
      group: 'group',
      matching: 'rest',
      purify: false,
    });
    const expected = Math.log(((4 * 8) / 21 + (9 * 5) / 23) / ((6 * 3) / 21 + (2 * 7) / 23));
    expect(report.items[0]?.mantel.liuAgrestiLogOdds).toEqual({
      ok: true,
      value: expect.closeTo(expected, 12) as number,
    });
  });
});

describe('what cannot be estimated', () => {
  const group = [0, 0, 0, 1, 1, 1, 0, 1];
  const a = [1, 2, 3, 1, 2, 3, 2, 1];
  const nothing = a.map(() => NaN);
  const run = (columns: Record<string, number[]>) => {
    return reportDif(tableOf({ ...columns, group }), {
      items: Object.keys(columns),
      group: 'group',
    });
  };

  it.each([
    ['a constant item', { a, b: a.map(() => 1), c: [1, 3, 2, 1, 3, 2, 1, 2] }, 1, 'zero-variance'],
    ['an item that is the matching score', { a, b: a, c: a }, 0, 'separation'],
    ['nobody', { a: nothing, b: nothing }, 0, 'zero-variance'],
    [
      'one respondent of each group',
      { a: [1, NaN, NaN, 2, ...nothing.slice(4)], b: a },
      0,
      'separation',
    ],
  ])('%s has a reason', (_, columns, item, reason) => {
    const found = run(columns).items[item]?.ordinalLogistic;
    expect(found).toEqual({ ok: false, reason });
  });

  it('one group has a reason', () => {
    const oneSided = tableOf({
      a: [1, 2, 2, 1, 2, 1, NaN],
      b: [1, 2, 1, 2, 3, 3, 2],
      group: [0, 0, 0, 0, 0, 0, 1],
    });
    const report = reportDif(oneSided, { items: ['a', 'b'], group: 'group' });
    expect(report.items[0]?.ordinalLogistic).toEqual({ ok: false, reason: 'collinear' });
    expect(report.items[0]?.mantel.test).toEqual({ ok: false, reason: 'too-few-respondents' });
  });

  it.each([
    ['three groups without names', { ...base, group: 'i1' }, 'groups-not-two'],
    ['a group that is not there', { ...base, focal: '7' }, 'unknown-group'],
    ['one item', { ...base, items: ['i1'] }, 'too-few-items'],
    ['α of one', { ...base, alpha: 1 }, 'outside-unit-interval'],
  ])('%s is refused', (_, options, code) => {
    expect(() => reportDif(table, options)).toThrow(expect.objectContaining({ code }) as Error);
  });
});
