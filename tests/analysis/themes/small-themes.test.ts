import { describe, expect, it } from 'vitest';
import { findThemes } from '#analysis/themes/find-themes.ts';
import { answersAbout } from './answers-about.ts';

const common = answersAbout(600, 11);
const rare = {
  interpreter: [
    'No interpreter for my language came',
    'The interpreter was booked for another language',
    'An interpreter on the phone, my language was wrong',
    'Language line and interpreter never worked',
    'My mother needs an interpreter in her own language',
    'They forgot the interpreter and the language sheet',
    'Interpreter missing, nobody spoke the language',
    'We asked for an interpreter of our language twice',
  ],
  wheelchair: [
    'The wheelchair does not fit the lift',
    'Wheelchair ramp and lift were locked',
    'No lift for a wheelchair on the second floor',
    'The ramp is too steep for my wheelchair',
    'Lift out of order, wheelchair users stuck',
    'Wheelchair stored behind the broken lift',
    'Lift doors close on the wheelchair',
    'A wheelchair cannot turn at the ramp',
  ],
};
const texts = [...common.texts, ...Object.values(rare).flat()];
const topics = [
  ...common.topics,
  ...Object.entries(rare).flatMap(([topic, all]) => all.map(() => topic)),
];

/** Share of the rare themes that own a theme which holds at least 30 % of them and is mostly theirs. */
function recall(assignments: readonly (number | null)[], least: number): number {
  const names = Object.keys(rare);
  const owned = names.filter((name) => {
    const own = assignments.filter((_, row) => topics[row] === name);
    return [...new Set(own)].some((theme) => {
      const inside = assignments.flatMap((other, row) => (other === theme ? topics[row] : []));
      const theirs = inside.filter((topic) => topic === name).length;
      return theirs >= 0.3 * own.length && theirs >= least * inside.length;
    });
  });
  return owned.length / names.length;
}

describe('small themes', () => {
  const input = { texts, language: 'en', k: 4, seed: 1 } as const;
  const small = findThemes({ ...input, grain: 'small' });

  it('let rare themes surface that the intended number hides', () => {
    expect(recall(findThemes(input).assignments, 0.5)).toBe(0);
    expect(recall(small.assignments, 0.5)).toBe(1);
  });

  it('are two to three times as many, with merges that lead back', () => {
    expect(small.k).toBeGreaterThanOrEqual(8);
    expect(small.k).toBeLessThanOrEqual(12);
    const merged = small.merges.reduce((sum, { themes }) => sum + themes.length - 1, 0);
    expect(small.k - merged).toBe(4);
    const named = small.merges.flatMap(({ themes }) => themes);
    expect(new Set(named).size).toBe(named.length);
    for (const { themes, likeness } of small.merges) {
      expect(themes.length).toBeGreaterThan(1);
      expect([...themes].sort((a, b) => a - b)).toEqual(themes);
      expect(Math.abs(likeness)).toBeLessThanOrEqual(1);
    }
    expect(findThemes(input).merges).toEqual([]);
  });

  it('are proposed to be one where they are about the same', () => {
    const about = (theme: number) => {
      const counts = new Map<string, number>();
      for (const [row, own] of small.assignments.entries()) {
        const topic = topics[row] ?? '';
        if (own === theme) counts.set(topic, (counts.get(topic) ?? 0) + 1);
      }
      return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
    };
    const [first] = small.merges;
    expect(new Set(first?.themes.map(about)).size).toBe(1);
  });
});
