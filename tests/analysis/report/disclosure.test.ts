import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadinessInput } from '#analysis/report/readiness-input.ts';
import type { ReadinessReport } from '#analysis/report/readiness-report.ts';
import { runReadinessReport } from '#analysis/run-readiness-report.ts';
import { makeStudy } from '../support/make-study.ts';

const k = 10;
const sites = { id: 'site', shares: [8, 6, 1, 0.6, 0.3] };
const roles = { id: 'role', shares: [6, 3, 0.5] };

function run(input: ReadinessInput): Extract<ReadinessReport, { ok: true }> {
  const report = runReadinessReport(input);
  if (!report.ok) throw new Error(report.reason);
  return report;
}

const study = fc
  .record({
    n: fc.integer({ min: 10, max: 220 }),
    seed: fc.nat(1e6),
    missing: fc.constantFrom(0, 0.3, 0.7),
  })
  .map((options) => makeStudy({ ...options, minimumCellSize: k, dimensions: [sites, roles] }));

describe('what leaves the report', () => {
  it('total minus shown levels is nobody or at least k people, for every scale and item', () => {
    fc.assert(
      fc.property(study, (input) => {
        const report = run(input);
        const check = (total: number, shown: readonly number[]) => {
          const rest = total - shown.reduce((sum, n) => sum + n, 0);
          expect(rest === 0 || rest >= k).toBe(true);
          shown.forEach((n) => expect(n).toBeGreaterThanOrEqual(k));
        };
        for (const { levels } of report.dimensions) {
          check(
            report.n,
            levels.flatMap((l) => (l.respondents.shown ? [l.respondents.n] : [])),
          );
          report.scales.forEach(({ score }, s) => {
            const shown = levels.flatMap(({ scales }) => {
              const own = scales[s]?.score;
              return own?.shown === true ? [own.n] : [];
            });
            if (score.shown) check(score.n, shown);
          });
          report.items.forEach(({ result }, i) => {
            const shown = levels.flatMap(({ items }) => {
              const own = items[i]?.result;
              return own?.shown === true ? [own.n] : [];
            });
            if (result.shown) check(result.n, shown);
            else expect(shown).toEqual([]);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('exchanging the answers of people in hidden groups changes nothing', () => {
    let exchanged = 0;
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const input = makeStudy({ n: 150, seed, minimumCellSize: k, dimensions: [sites] });
        const [site] = run(input).dimensions;
        const hidden = site?.levels.flatMap(({ respondents }, level) =>
          respondents.shown ? [] : [level],
        );
        const index = input.dimensions[0]?.index ?? new Int16Array(0);
        const rows = [...index.keys()].filter((row) => hidden?.includes(index[row] ?? -1));
        const [first, last] = [rows[0], rows.find((row) => index[row] !== index[rows[0] ?? 0])];
        if (first === undefined || last === undefined) return;
        exchanged += 1;
        const codes = input.codes.slice();
        codes.copyWithin(first * 6, last * 6, last * 6 + 6);
        codes.set(input.codes.subarray(first * 6, first * 6 + 6), last * 6);
        expect(run({ ...input, codes })).toEqual(run(input));
      }),
      { numRuns: 60 },
    );
    expect(exchanged).toBeGreaterThan(10);
  });

  it('a hidden level carries a reason and not one number', () => {
    fc.assert(
      fc.property(study, (input) => {
        for (const { levels } of run(input).dimensions) {
          for (const level of levels) {
            if (level.respondents.shown) continue;
            const parts = [
              ...level.scales.map(({ score }) => score),
              ...level.items.map((i) => i.result),
            ];
            for (const part of [level.respondents, ...parts]) {
              expect(Object.keys(part).sort()).toEqual(['reason', 'shown']);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('an item all answered alike is withheld, overall and in every level', () => {
    const input = makeStudy({ n: 120, dimensions: [roles] });
    const codes = input.codes.map((code, cell) => (cell % 6 === 2 ? 4 : code));
    const report = run({ ...input, codes });
    expect(report.items[2]?.result).toEqual({ shown: false, reason: 'same-answer' });
    for (const { items } of report.dimensions[0]?.levels ?? [])
      expect(items[2]?.result.shown).toBe(false);
    expect(report.items[1]?.result.shown).toBe(true);
  });

  it('a scale few could be scored on is withheld with its reliability', () => {
    const input = makeStudy({ n: 60, dimensions: [] });
    const codes = input.codes.map((code, cell) => (cell % 6 < 3 && cell >= 9 * 6 ? -3 : code));
    const report = run({ ...input, codes });
    expect(report.scales[0]).toEqual({
      id: 'first',
      score: { shown: false, reason: 'below-minimum' },
      alpha: { ok: false, reason: 'below-minimum' },
      items: [],
    });
  });
});
