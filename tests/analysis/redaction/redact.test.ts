import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '#analysis/redaction/find-identifiers.ts';
import { findWords } from '#analysis/redaction/find-words.ts';
import { identifierKinds, type IdentifierSpan } from '#analysis/redaction/identifier-span.ts';
import { mergeSpans } from '#analysis/redaction/merge-spans.ts';
import { redact } from '#analysis/redaction/redact.ts';

const words = {
  'e-mail': '[e-mail address]',
  'account-number': '[number of an account or paper]',
  'nhs-number': '[NHS number]',
  phone: '[phone number]',
  'date-of-birth': '[date of birth]',
  postcode: '[post code]',
  name: '[name]',
  other: '[left out]',
};

/** A linear congruential generator: the same texts in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const pieces = [
  ...[
    'I waited ',
    'born ',
    'on ',
    '12/03/1954',
    ' 943 476 5919',
    ' 07700 900123',
    ' SW1A 2AA',
    '. ',
  ],
  ...[
    'a@b.org',
    ' Анной ',
    'родилась ',
    '12 марта 1954',
    '手机',
    '13812345678',
    '王医生',
    ' أحمد ',
    '٠١٠١٢٣٤٥٦٧٨',
  ],
  ...[
    'é',
    'e\u0301',
    '👩🏽‍⚕️',
    'ß',
    '\n',
    '0',
    '7',
    ' ',
    'DE89 3704 0044 0532 0130 00',
    '1954年生',
    'tel. ',
  ],
];
const names = ['Анна', '王小明', 'احمد', 'Müller'];
const today = '2026-11-26';

const texts = Array.from({ length: 400 }, (_value, seed) => {
  const next = generator(seed);
  const length = 1 + Math.floor(next() * 14);
  return Array.from({ length }, () => pieces[Math.floor(next() * pieces.length)] ?? '').join('');
});

describe('whatever the text', () => {
  it('spans lie in it, in order, apart, and between whole characters', () => {
    for (const text of texts) {
      let last = 0;
      for (const { start, end } of findIdentifiers(text, { language: 'en', names, today })) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(/[\uDC00-\uDFFF]/u.test(text.charAt(start))).toBe(false);
        last = end;
      }
    }
  });

  it('nothing outside the spans changes', () => {
    for (const text of texts) {
      const spans = findIdentifiers(text, { language: 'en', names, today });
      const redacted = redact(text, spans, words);
      const kept = spans.map(({ start }, index) => text.slice(spans[index - 1]?.end ?? 0, start));
      let at = 0;
      for (const [index, part] of kept.entries()) {
        expect(redacted.startsWith(part, at)).toBe(true);
        at += part.length + words[spans[index]?.kind ?? 'other'].length;
      }
      expect(redacted.slice(at)).toBe(text.slice(spans.at(-1)?.end ?? 0));
    }
  });

  it('once redacted, nothing more is found', () => {
    for (const text of texts) {
      const once = redact(text, findIdentifiers(text, { language: 'en', names, today }), words);
      const again = findIdentifiers(once, { language: 'en', names, today });
      expect(redact(once, again, words), text).toBe(once);
    }
  });
});

describe('spans of a person and of the machine', () => {
  const span = (start: number, end: number, kind: IdentifierSpan['kind']) => ({ start, end, kind });

  it('become one where they overlap, of the surer kind, and cover all of both', () => {
    expect(mergeSpans([span(5, 9, 'other'), span(0, 6, 'name'), span(9, 12, 'phone')])).toEqual([
      span(0, 9, 'name'),
      span(9, 12, 'phone'),
    ]);
    expect(mergeSpans([span(3, 3, 'name')])).toEqual([]);
  });

  it('outside the text are left alone', () => {
    expect(redact('abc', [span(1, 9, 'name'), span(0, 1, 'name')], words)).toBe('[name]bc');
  });

  it('are found by the words to hide, everywhere, in any case', () => {
    const text = "Ward 5 at St Mary’s; ST  MARY'S, ward 5.";
    const hidden = findWords(text, "st mary's", 'other');
    expect(hidden.map(({ start, end }) => text.slice(start, end))).toEqual([
      'St Mary’s',
      "ST  MARY'S",
    ]);
    expect(findWords(text, ' — ', 'other')).toEqual([]);
  });

  it.each(['Al-Farsi', 'O’Neill/Smith', 'ward (5)', 'a+b', '5-6. {x} [y] ^$|\\?*'])(
    'are found whatever signs they hold: %s',
    (name) => {
      const text = `I saw ${name} there`;
      const hidden = findWords(text, name, 'other');
      expect(hidden.map(({ start, end }) => text.slice(start, end))).toEqual([name]);
    },
  );

  it('have a word for each kind', () => {
    for (const kind of identifierKinds)
      expect(redact('x', [span(0, 1, kind)], words)).toBe(words[kind]);
  });
});
