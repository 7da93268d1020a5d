import { describe, expect, it } from 'vitest';
import { carrySpan } from '#analysis/redaction/carry-span.ts';
import { identifierKinds, type IdentifierKind } from '#analysis/redaction/identifier-span.ts';
import { redact } from '#analysis/redaction/redact.ts';

const words = Object.fromEntries(identifierKinds.map((kind) => [kind, `[${kind}]`])) as Record<
  IdentifierKind,
  string
>;

const text = 'Ann rang Dr Smith on Monday, and Dr Smith came to ward Rosehill with Bo.';

const span = (part: string, kind: IdentifierKind = 'name') => {
  const start = text.indexOf(part);
  return { start, end: start + part.length, kind };
};

const before = [span('Ann')];
const shown = redact(text, before, words);
const stretch = (part: string) => {
  const start = shown.indexOf(part);
  if (start < 0) throw new Error(`${part} does not stand in the redacted text`);
  return { start, end: start + part.length };
};

function carried(part: string, more: readonly ReturnType<typeof span>[]): string | null {
  const after = [...before, ...more];
  const to = carrySpan(stretch(part), { before, after, words });
  return to && redact(text, after, words).slice(to.start, to.end);
}

describe('a stretch of a redacted text once more is taken out', () => {
  it.each([
    ['on Monday', 'behind, the word being longer', [span('Bo')]],
    ['came to ward', 'before, the word being longer', [span('on', 'date-of-birth')]],
    [
      'with Bo.',
      'before, the word being shorter',
      [span('Monday, and Dr Smith came to ward Rosehill')],
    ],
    ['[name] rang', 'behind a word that stays', [span('Smith')]],
    ['came to ward ', 'right behind it', [span('Rosehill', 'other')]],
  ])('%s keeps its words when something is taken out %s', (part, _where, more) => {
    expect(carried(part, more)).toBe(part);
  });

  it.each([
    ['Dr Smith on', [span('Smith')]],
    ['mith o', [span('Smith')]],
    ['Rosehill with', [span('ward Rosehill', 'other')]],
    ['[name] rang', [span('Ann rang')]],
  ])('%s is gone when part of it is taken out', (part, more) => {
    expect(carried(part, more)).toBeNull();
  });

  it('is the same for every stretch: gone, or the same words', () => {
    const after = [...before, span('Smith'), span('Rosehill', 'other')];
    const now = redact(text, after, words);
    let kept = 0;
    for (let start = 0; start < shown.length; start += 1) {
      for (let end = start + 1; end <= shown.length; end += 1) {
        const to = carrySpan({ start, end }, { before, after, words });
        if (to === null) continue;
        kept += 1;
        expect(now.slice(to.start, to.end)).toBe(shown.slice(start, end));
      }
    }
    expect(kept).toBeGreaterThan(500);
  });
});
