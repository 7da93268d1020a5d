import { describe, expect, it } from 'vitest';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { totalCodes, totalParts } from '#app/services/monitoring/oversight/sum-parts.ts';
import { fewestShown } from '#app/services/monitoring/series.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { aRecord } from './a-record.ts';

const today = '2026-11-15';
const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);
const share = (
  metric: string,
  later: number,
  numerator: number,
  denominator: number,
  more: Partial<WatchedRecord> = {},
) => {
  const period = { from: month(later), to: month(later + 1) };
  return aRecord({ metric, numerator, denominator, ...period, ...more });
};

/** Records as they stood at a moment. */
const asOf = (records: readonly WatchedRecord[], at: Date) =>
  records
    .filter(({ sentAt }) => sentAt <= at)
    .map((one) => (one.replacedAt && one.replacedAt > at ? { ...one, replacedAt: null } : one));

const codes = ['a', 'b', 'c', 'd', 'e'];
/** Months of a metric of coded parts, some of which are put right two months later: a few cases bear another code. */
function drawParts(metric: string, random: () => number): WatchedRecord[] {
  const draw = (below: number) => Math.floor(random() * below);
  return Array.from({ length: 8 }, (_, later) => {
    const counts = codes.map(() => Math.floor(random() ** 3 * 30));
    const n = counts.reduce((sum, count) => sum + count, 0) + draw(4);
    const of = (own: readonly number[], more: Partial<WatchedRecord>) =>
      codes.map((part, at) => share(metric, later, own[at] ?? 0, n, { part, ...more }));
    const [sentAt, replacedAt] = [new Date(month(later + 1)), new Date(month(later + 3))];
    if (random() < 0.5) return of(counts, { sentAt });
    const [from, to] = [draw(codes.length), draw(codes.length)];
    const moved = from === to ? 0 : Math.min(counts[from] ?? 0, 1 + draw(12));
    const right = counts.map((n, at) => n + (at === to ? moved : at === from ? -moved : 0));
    return [...of(counts, { sentAt, replacedAt }), ...of(right, { sentAt: replacedAt })];
  }).flat();
}
/** The same of everybody, sent at each moment at which it changed. */
function ofEverybody(groups: readonly WatchedRecord[]): WatchedRecord[] {
  const standing = new Map<string, WatchedRecord>();
  const times = [...new Set(groups.map(({ sentAt }) => sentAt.getTime()))].sort((a, b) => a - b);
  return times.flatMap((time) => {
    const at = new Date(time);
    const sums = new Map<string, WatchedRecord>();
    for (const one of asOf(groups, at).filter(({ replacedAt }) => replacedAt === null)) {
      const key = `${one.from} ${one.part}`;
      const sum = sums.get(key);
      sums.set(key, {
        ...{ ...one, dimension: '', level: '', sentAt: at },
        numerator: (sum?.numerator ?? 0) + (one.numerator ?? 0),
        denominator: (sum?.denominator ?? 0) + (one.denominator ?? 0),
      });
    }
    return [...sums].flatMap(([key, sum]) => {
      const known = standing.get(key);
      const { numerator, denominator } = sum;
      if (known?.numerator === numerator && known.denominator === denominator) return [];
      if (known) known.replacedAt = at;
      standing.set(key, sum);
      return [sum];
    });
  });
}
const moments = Array.from({ length: 10 }, (_, later) => new Date(month(later + 1)));
const isNoneOrMany = (n: number) => n === 0 || Math.abs(n) >= fewestShown;

it('no code of few cases is shown, nor follows from the others, however often one looks', () => {
  const random = seededGenerator(3);
  const seen = { looks: 0, moved: 0, hidden: 0 };
  for (let draw = 0; draw < 60; draw += 1) {
    const records = drawParts('override-reason', random);
    const looks = moments.flatMap(
      (at) => totalCodes(asOf(records, at), 'override-reason', codes, today) ?? [],
    );
    for (const [place, now] of looks.entries()) {
      seen.looks += 1;
      seen.hidden += now.codes.some(({ code }) => code === null) ? 1 : 0;
      expect(now.codes.every(({ count }) => count >= fewestShown)).toBe(true);
      expect(now.codes.reduce((sum, { count }) => sum + count, 0)).toBe(now.n);
      for (const before of looks.slice(0, place)) {
        const grown = now.codes.flatMap(({ code, count }) => {
          const then = before.codes.find((one) => one.code === code);
          return code === null || !then ? [] : [count - then.count];
        });
        const rest = now.n - before.n - grown.reduce((sum, one) => sum + one, 0);
        expect([...grown, rest, now.n - before.n].filter((n) => !isNoneOrMany(n))).toEqual([]);
        seen.moved += now.n === before.n ? 0 : 1;
      }
    }
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
});

describe('rulings that are put right', () => {
  const metric = 'disagreement-ruling';
  const at = (day: string) => new Date(`2026-02-${day}`);
  const table = (counts: Record<string, number>, own: Partial<WatchedRecord>) =>
    Object.entries(counts).map(([part, count]) => share(metric, 0, count, 60, { part, ...own }));
  const first = { 'ai-right': 20, 'both-wrong': 12, 'person-right': 28 };
  const shownOf = (right: Record<string, number>) => {
    const records = [
      ...table(first, { sentAt: at('01'), replacedAt: at('05') }),
      ...table(right, { sentAt: at('05') }),
    ];
    return Object.fromEntries(totalParts(records, metric, today).overall?.counts ?? []);
  };

  it('do not show that one case bears another code, whichever code that is', () => {
    expect(shownOf({ 'ai-right': 20, 'both-wrong': 13, 'person-right': 27 })).toEqual(first);
    expect(shownOf({ 'ai-right': 21, 'both-wrong': 12, 'person-right': 27 })).toEqual(first);
    expect(shownOf({ 'ai-right': 20, 'both-wrong': 11, 'person-right': 28 })).toEqual(first);
    const many = { 'ai-right': 20, 'both-wrong': 22, 'person-right': 18 };
    expect(shownOf(many)).toEqual(many);
  });

  it('by groups stand where everybody stood, and at each look differ by none or many', () => {
    const random = seededGenerator(8);
    const levels = ['nurse', 'physician'];
    const seen = { looks: 0, behind: 0 };
    for (let draw = 0; draw < 30; draw += 1) {
      const groups = levels.flatMap((level) =>
        drawParts(metric, random).map((one) => ({ ...one, dimension: 'role', level })),
      );
      const records = [...ofEverybody(groups), ...groups];
      const looks = moments.map((moment) => totalParts(asOf(records, moment), metric, today));
      const tables = looks.flatMap(({ overall }) => overall ?? []);
      for (const { dimensions } of looks) {
        const [role] = dimensions;
        if (!role) continue;
        seen.looks += 1;
        seen.behind += role.isBehind ? 1 : 0;
        const same = tables.some(
          ({ n, counts }) =>
            n === role.n && codes.every((code) => counts.get(code) === role.counts.get(code)),
        );
        expect(same).toBe(true);
      }
      for (const [place, now] of tables.entries()) {
        for (const before of tables.slice(0, place)) {
          const grown = codes.map(
            (code) => (now.counts.get(code) ?? 0) - (before.counts.get(code) ?? 0),
          );
          expect(isNoneOrMany(now.n - before.n)).toBe(true);
          expect(now.n !== before.n || grown.every(isNoneOrMany)).toBe(true);
        }
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });
});
