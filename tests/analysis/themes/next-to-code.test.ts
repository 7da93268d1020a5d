import { describe, expect, it } from 'vitest';
import { nextToCode, type UncodedText } from '#analysis/themes/coding/next-to-code.ts';

const text = (row: number, more: Partial<UncodedText> = {}): UncodedText => ({
  ...{ row, text: `text ${row}`, cluster: '0', stratum: 'many', probabilities: [0.5, 0.5] },
  ...more,
});

describe('what to code next', () => {
  it('reads rare strata and small themes early', () => {
    const all = [
      ...Array.from({ length: 50 }, (_, row) => text(row, { cluster: `${row % 2}` })),
      text(50, { stratum: 'few' }),
      text(51, { cluster: '7' }),
    ];
    const first = nextToCode(all, [], 4);
    expect(first).toContain(50);
    expect(first).toContain(51);
    expect(nextToCode(all, [{ cluster: '7', stratum: 'few' }], 52)).toHaveLength(52);
  });

  it('prefers what suggestions are unsure of', () => {
    const sure = text(1, { probabilities: [0.98, 0.02] });
    const unsure = text(2, { probabilities: [0.6, 0.4] });
    expect(nextToCode([sure, unsure], [], 1)).toEqual([2]);
    expect(nextToCode([sure, text(3, { probabilities: [] })], [], 1)).toEqual([3]);
  });

  it('proposes the same words once, and the same texts whatever the order of rows', () => {
    const all = Array.from({ length: 20 }, (_, row) =>
      text(row, { text: `said ${row % 12}`, cluster: `${row % 3}`, stratum: `s${row % 4}` }),
    );
    const asked = nextToCode(all, [], 20);
    expect(asked).toHaveLength(12);
    const words = (rows: readonly number[]) => rows.map((row) => all[row]?.text);
    expect(new Set(words(asked)).size).toBe(12);
    expect(words(nextToCode([...all].reverse(), [], 5))).toEqual(words(asked.slice(0, 5)));
  });

  it('takes none, and refuses what is no number', () => {
    expect(nextToCode([], [], 3)).toEqual([]);
    expect(nextToCode([text(1)], [], 0)).toEqual([]);
    expect(() => nextToCode([text(1)], [], -1)).toThrow('wanted');
  });
});
