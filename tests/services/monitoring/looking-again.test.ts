import { expect, it } from 'vitest';
import { compareGroups } from '#app/services/monitoring/evaluate-groups.ts';
import { fewestShown } from '#app/services/monitoring/series.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { aRecord } from './a-record.ts';

const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);

/** Months of two groups and of cases that no group names, with what each brings. */
function drawMonths(random: () => number) {
  const size = 4 + Math.floor(random() * 30);
  return Array.from({ length: 10 }, () => ({
    yes: Math.floor(random() ** 2 * size),
    no: Math.floor(random() * 60),
    sometimes: random() < 0.3 ? Math.floor(random() * 20) : 0,
    unnamed: random() < 0.5 ? 0 : Math.floor(random() * 8),
  }));
}
const levels = ['yes', 'no', 'sometimes'] as const;
type Drawn = ReturnType<typeof drawMonths>[number];

/** A month as it stands from a day on, and until another where it was put right. */
const sentMonth = (later: number, drawn: Drawn, sentAt: Date, replacedAt: Date | null = null) => {
  const all = drawn.yes + drawn.no + drawn.sometimes + drawn.unnamed;
  const own = { from: month(later), to: month(later + 1), sentAt, replacedAt };
  return [
    aRecord({ ...own, metric: 'override', numerator: 0, denominator: all }),
    ...levels.map((level) =>
      aRecord({
        ...{ ...own, metric: 'override', dimension: 'interpreter', level },
        ...{ numerator: 0, denominator: drawn[level] },
      }),
    ),
  ];
};

/** What a look shows: cases of each group, null where hidden, and of all who are left. */
function lookAt(records: readonly WatchedRecord[]) {
  const planned = { dimension: 'interpreter', reference: '', margin: 0.05 };
  const reasons = { marginReportId: null, marginReason: '' };
  const found = compareGroups(records, 'override', { ...planned, ...reasons }, '2026-11-26');
  const shown = new Map(found.rows.map(({ level, n, isHidden }) => [level, isHidden ? null : n]));
  const rest = [...shown.values()].reduce<number>((left, n) => left - (n ?? 0), found.overall.n);
  return { shown, rest, isBehind: found.isBehind };
}

const everyone = ({ shown, rest }: ReturnType<typeof lookAt>) =>
  [...shown.values()].reduce<number>((sum, n) => sum + (n ?? 0), rest);
const sentBy = (months: readonly Drawn[]) =>
  months.reduce((sum, { yes, no, sometimes, unnamed }) => sum + yes + no + sometimes + unnamed, 0);

/** Fewest people who are a difference of two looks: of a group, of everybody else, of all who are left. */
function fewestBetween(before: ReturnType<typeof lookAt>, after: ReturnType<typeof lookAt>) {
  const both = levels.filter((level) => before.shown.get(level) && after.shown.get(level));
  const grown = both.map((level) => (after.shown.get(level) ?? 0) - (before.shown.get(level) ?? 0));
  const total = everyone(after) - everyone(before);
  const others = grown.map((own) => total - own);
  const unseen = total - grown.reduce((sum, own) => sum + own, 0);
  const differences = [...grown, ...others, total, unseen].map(Math.abs).filter((n) => n > 0);
  return Math.min(...differences);
}

it('a look after each month, whatever is subtracted, leaves nobody alone', () => {
  const random = seededGenerator(5);
  const seen = { waiting: 0, newest: 0 };
  const day = new Date('2026-01-01');
  for (let draw = 0; draw < 60; draw += 1) {
    const months = drawMonths(random);
    const looks = months.map((_, last) =>
      lookAt(months.slice(0, last + 1).flatMap((drawn, later) => sentMonth(later, drawn, day))),
    );
    for (const [at, look] of looks.entries()) {
      const told = [...look.shown.values(), look.rest].filter((n) => n !== null && n > 0);
      expect(Math.min(...told.map(Number))).toBeGreaterThanOrEqual(fewestShown);
      if (!look.isBehind) expect(everyone(look)).toBe(sentBy(months.slice(0, at + 1)));
      seen[look.isBehind ? 'waiting' : 'newest'] += 1;
      for (const earlier of looks.slice(0, at)) {
        expect(fewestBetween(earlier, look)).toBeGreaterThanOrEqual(fewestShown);
      }
    }
  }
  expect(Math.min(seen.waiting, seen.newest)).toBeGreaterThan(50);
});

it('a number that was put right waits until it cannot be told from new ones', () => {
  const random = seededGenerator(7);
  const sentOn = (later: number) => new Date(Date.UTC(2026, 0, 1 + later));
  for (let draw = 0; draw < 60; draw += 1) {
    const months = drawMonths(random);
    const wrong = Math.floor(random() * 5);
    const first = months[wrong];
    if (!first) throw new Error('a month that was sent');
    const right = { ...first, yes: first.yes + 1 + Math.floor(random() * 3) };
    // The seventh thing that happens is the correction.
    const looks = Array.from({ length: months.length + 1 }, (_, at) =>
      lookAt([
        ...months
          .slice(0, at < 6 ? at + 1 : at)
          .flatMap((drawn, later) =>
            sentMonth(
              ...[later, drawn, sentOn(later < 6 ? later : later + 1)],
              later === wrong && at >= 6 ? sentOn(6) : null,
            ),
          ),
        ...(at >= 6 ? sentMonth(wrong, right, sentOn(6)) : []),
      ]),
    );
    for (const [at, look] of looks.entries()) {
      for (const earlier of looks.slice(0, at)) {
        expect(fewestBetween(earlier, look)).toBeGreaterThanOrEqual(fewestShown);
      }
    }
  }
});
