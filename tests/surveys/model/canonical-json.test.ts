import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SurveyError } from '#surveys/errors.ts';
import { canonicalJson } from '#surveys/model/canonical-json.ts';

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, field]) => [key, reversedKeys(field)]));
}

describe('canonicalJson', () => {
  it('sorts members at every level and keeps the order of arrays', () => {
    expect(canonicalJson({ b: [2, { d: 1, c: null }], a: 'x' })).toBe(
      '{"a":"x","b":[2,{"c":null,"d":1}]}',
    );
  });

  it('leaves undefined members out and writes dates as text', () => {
    const at = new Date('2026-11-23T00:00:00.000Z');
    expect(canonicalJson({ at, gone: undefined })).toBe('{"at":"2026-11-23T00:00:00.000Z"}');
  });

  it('does not depend on the order of keys and parses back to the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversedKeys(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([NaN, Infinity, undefined, 10n, () => 1, { a: [undefined] }])(
    'refuses what JSON cannot hold (%#)',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(SurveyError);
    },
  );
});
