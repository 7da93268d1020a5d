import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findThemes } from '#analysis/themes/find-themes.ts';
import { answersAbout } from '../themes/answers-about.ts';

const fixed = { seed: 20261126, numRuns: 12 };
const plan = fc.record({
  n: fc.integer({ min: 1, max: 90 }),
  drawn: fc.integer({ min: 1, max: 1000 }),
  k: fc.integer({ min: 1, max: 7 }),
  twice: fc.integer({ min: 0, max: 12 }),
  grain: fc.constantFrom('themes' as const, 'small' as const),
  odd: fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 6 }),
});

it('the order of answers changes nothing, the same words are together, nobody is lost', () => {
  fc.assert(
    fc.property(plan, ({ n, drawn, k, twice, grain, odd }) => {
      const { texts } = answersAbout(n, drawn);
      const all = [...texts, ...texts.slice(0, twice), ...odd];
      const people = all.map((_, row) => `p${row % 9}`);
      const input = { texts: all, people, language: 'en', k, seed: drawn, grain };
      const found = findThemes(input);
      const turned = findThemes({
        ...input,
        texts: [...all].reverse(),
        people: [...people].reverse(),
      });
      expect([...turned.assignments].reverse()).toEqual(found.assignments);
      const plain = ({ themes }: typeof found) =>
        themes.map(({ size, stability, phrases }) => ({ size, stability, phrases }));
      expect(plain(turned)).toEqual(plain(found));
      const byText = new Map<string, Set<number | null>>();
      for (const [row, text] of all.entries()) {
        byText.set(text, (byText.get(text) ?? new Set()).add(found.assignments[row] ?? null));
      }
      for (const [text, themes] of byText) expect(themes.size, text).toBe(1);
      const aside = new Set(found.setAside.map(({ row }) => row));
      expect(found.assignments.map((theme) => theme === null)).toEqual(
        all.map((_, row) => aside.has(row)),
      );
      for (const { index, quoted } of found.themes) {
        const own = new Set(
          all.flatMap((_, row) => (found.assignments[row] === index ? (people[row] ?? '') : [])),
        );
        const heard = new Set(quoted.map(({ row }) => people[row] ?? ''));
        expect(heard.size).toBe(Math.min(own.size, quoted.length));
      }
    }),
    fixed,
  );
});
