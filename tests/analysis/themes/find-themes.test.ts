import { describe, expect, it } from 'vitest';
import { findThemes } from '#analysis/themes/find-themes.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { answersAbout } from './answers-about.ts';

const { texts, topics } = answersAbout(240, 5);
const input = { texts, language: 'en', k: 4, seed: 1 } as const;

function shuffled(size: number, seed: number): number[] {
  const random = seededGenerator(seed);
  const order = Array.from({ length: size }, (_, index) => index);
  return order
    .map((index) => ({ index, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ index }) => index);
}

describe('finding themes', () => {
  const found = findThemes(input);

  it('finds what answers were written about', () => {
    for (const topic of new Set(topics)) {
      const themes = found.assignments.filter((_, row) => topics[row] === topic);
      const counts = new Map<number | null, number>();
      for (const theme of themes) counts.set(theme, (counts.get(theme) ?? 0) + 1);
      if (topic === 'none') expect([...counts.keys()]).toEqual([null]);
      else expect(Math.max(...counts.values()) / themes.length).toBeGreaterThan(0.9);
    }
    for (const { stability } of found.themes) expect(stability).toBeGreaterThan(0.6);
  });

  it('gives the same for the same input, whatever the order of rows', () => {
    expect(findThemes(input)).toEqual(found);
    const order = shuffled(texts.length, 3);
    const turned = findThemes({ ...input, texts: order.map((row) => texts[row] ?? '') });
    expect(turned.assignments).toEqual(order.map((row) => found.assignments[row]));
    expect(turned.themes.map(({ size, phrases }) => ({ size, phrases }))).toEqual(
      found.themes.map(({ size, phrases }) => ({ size, phrases })),
    );
  });

  it('drops nobody and sets aside what says nothing, with the reason', () => {
    const aside = new Set(found.setAside.map(({ row }) => row));
    for (const [row, theme] of found.assignments.entries()) {
      expect(theme === null, texts[row]).toBe(aside.has(row));
    }
    expect(found.coverage.withTheme + found.coverage.setAside).toBe(texts.length);
    expect(found.themes.reduce((sum, { size }) => sum + size, 0)).toBe(found.coverage.withTheme);
  });

  it('says how many answers, people and repetitions it is built from, and what it is unsure of', () => {
    const more = [...texts, 'Zzyzx quokka', 'The nurses were kind!', 'the nurses were kind'];
    const people = more.map((_, row) => (row % 10 === 0 ? null : `person ${row % 50}`));
    const { coverage, unsure, repeated, assignments } = findThemes({
      ...input,
      texts: more,
      people,
    });
    expect(unsure).toEqual([240]);
    expect(assignments[240]).not.toBeNull();
    const rows = [...more.keys()].filter((row) => assignments[row] !== null);
    expect(coverage).toMatchObject({ rows: 243, unsure: 1, withTheme: rows.length });
    expect(coverage.repeated).toBe(repeated.length);
    expect(repeated.length).toBeGreaterThanOrEqual(1);
    for (const row of repeated) expect(assignments[row]).not.toBeNull();
    expect(coverage.people).toBe(new Set(rows.flatMap((row) => people[row] ?? [])).size);
    expect(findThemes(input).coverage.people).toBeNull();
  });

  it('puts identical answers together, and those that differ in case and marks alone', () => {
    const twice = [
      ...texts,
      'The nurses were kind!',
      'the nurses were  KIND',
      'The nurses were kind!',
    ];
    const { assignments } = findThemes({ ...input, texts: twice });
    expect(new Set(assignments.slice(-3)).size).toBe(1);
  });

  it('quotes answers of the theme, none twice, and never two of one person before all were heard', () => {
    const people = texts.map((_, row) => `person ${row % 7}`);
    const { themes, assignments } = findThemes({ ...input, people });
    for (const { index, quotes } of themes) {
      expect(quotes.length).toBeGreaterThan(1);
      expect(quotes.every((row) => assignments[row] === index)).toBe(true);
      expect(new Set(quotes.map((row) => people[row])).size).toBe(quotes.length);
    }
  });

  it('takes fewer answers than themes, one answer, and none', () => {
    for (const few of [['Long waits'], ['Long waits', 'Kind nurses'], ['nothing', '-', ''], []]) {
      const { assignments, themes } = findThemes({ ...input, texts: few });
      expect(themes.length).toBeLessThanOrEqual(few.length);
      expect(assignments).toHaveLength(few.length);
    }
    expect(findThemes({ ...input, texts: ['nothing', '-', ''] })).toMatchObject({
      ...{ k: 0, assignments: [null, null, null], themes: [] },
      setAside: [0, 1, 2].map((row) => ({ row, reason: 'no-content' })),
    });
  });

  it('calls one answer no theme that is steady, and says where there are fewer than were asked for', () => {
    const one = { stability: 0, steadiness: 'by-hand', size: 1 };
    const alone = findThemes({ ...input, texts: ['Long waits'], k: 'auto' });
    expect(alone).toMatchObject({ themes: [one], warnings: [] });
    const two = findThemes({ ...input, texts: ['Long waits', 'Kind nurses'], k: 500 });
    expect(two.themes).toMatchObject([{ ...one, size: 2 }]);
    expect(two.warnings).toEqual([{ code: 'fewer-themes', asked: 500, found: 1 }]);
    expect(findThemes({ ...input, texts: ['-'], k: 2 }).warnings).toMatchObject([{ found: 0 }]);
  });

  it('counts themes by how often they come back', () => {
    const { k, curve } = findThemes({ ...input, k: 'auto' });
    expect(curve.map((point) => point.k)).toEqual([4, 5, 6, 7, 8, 9, 10, 12, 14, 16]);
    expect(k).toBe(4); // as many as answers were written about
  });
});
