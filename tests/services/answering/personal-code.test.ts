import { expect, it } from 'vitest';
import {
  codeAlphabet,
  codeProblem,
  formatCode,
  newCode,
  normaliseCode,
} from '#app/services/answering/personal-code.server.ts';

it('makes codes of twelve unambiguous symbols in groups of four', () => {
  const codes = new Set(Array.from({ length: 500 }, () => newCode('ballot')));
  expect(codes.size).toBe(500);
  for (const code of codes) {
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/);
    expect(codeProblem('ballot', code)).toBeNull();
    expect(formatCode(code)).toMatch(/^.{4}-.{4}-.{4}$/);
  }
});

it('notices every single wrong symbol and every two that are swapped', () => {
  const code = newCode('linking');
  for (let i = 0; i < code.length; i += 1) {
    for (const symbol of codeAlphabet) {
      if (symbol === code[i]) continue;
      const wrong = code.slice(0, i) + symbol + code.slice(i + 1);
      expect(codeProblem('linking', wrong)).not.toBeNull();
    }
    for (let j = i + 1; j < code.length; j += 1) {
      const swapped = Array.from(code);
      [swapped[i], swapped[j]] = [code[j] ?? '', code[i] ?? ''];
      if (swapped.join('') === code) continue;
      expect(codeProblem('linking', swapped.join(''))).not.toBeNull();
    }
  }
});

it('tells one kind of code from the other', () => {
  expect(codeProblem('ballot', newCode('linking'))).toBe('other-kind');
  expect(codeProblem('linking', newCode('ballot'))).toBe('other-kind');
  expect(codeProblem('ballot', newCode('ballot').slice(1))).toBe('incomplete');
  expect(codeProblem('ballot', '000000000000')).toBe('mistyped');
});

it.each([
  ['abcd-efgh-jkmn', 'ABCDEFGHJKMN'],
  [' abcd efgh jkmn\n', 'ABCDEFGHJKMN'],
  ['ABCD–EFGH—JKMN', 'ABCDEFGHJKMN'],
  ['ａｂｃｄ２３４５', 'ABCD2345'],
  ['٢٣٤٥ ۶۷۸۹', '23456789'],
  ['АВСЕНКМ', 'ABCEHKM'],
])('reads %j as it was meant', (typed, meant) => {
  expect(normaliseCode(typed)).toBe(meant);
});

it('bears whatever is sent to it', () => {
  for (const typed of ['', '💥'.repeat(500), '\u0000', 'a'.repeat(100_000), "' or 1=1 --"]) {
    expect(codeProblem('ballot', normaliseCode(typed))).not.toBeNull();
  }
});
