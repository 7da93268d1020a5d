import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SurveyError } from '#surveys/errors.ts';
import {
  answersSchema,
  fromItemCodes,
  missingCode,
  missingReasons,
  toItemCodes,
} from '#surveys/model/answers.ts';
import { answersTo } from '#tests/surveys/support/arbitraries.ts';
import { smallInstrument } from '#tests/surveys/support/small-instrument.ts';

const instrument = smallInstrument();

describe('item codes', () => {
  it('gives each missing reason its own negative code, in order', () => {
    expect(missingReasons.map(missingCode)).toEqual([-1, -2, -3, -4, -5]);
  });

  it('keeps the order of the items and calls an unanswered item skipped', () => {
    const answers = { A4: { code: 2 }, A1: { missing: 'dont-know' as const } };
    expect(toItemCodes(instrument, answers)).toEqual([-5, -2, -2, 2]);
  });

  it('comes back from codes to the same codes', () => {
    fc.assert(
      fc.property(answersTo(instrument), (answers) => {
        const codes = toItemCodes(instrument, answers);
        expect(toItemCodes(instrument, fromItemCodes(instrument, codes))).toEqual(codes);
        expect(fromItemCodes(instrument, codes)).toMatchObject(answers);
      }),
    );
  });

  it('is not misled by an item that is called like a method of objects', () => {
    const odd = { items: [{ id: 'constructor' }, { id: 'toString' }] };
    expect(toItemCodes(odd, {})).toEqual([-2, -2]);
    expect(toItemCodes(odd, fromItemCodes(odd, [3, -1]))).toEqual([3, -1]);
  });

  it.each([[[1, 1, 1]], [[1, 1, 1, -6]], [[1, 1, 1, 0.5]], [[]]])('refuses %j', (codes) => {
    expect(() => fromItemCodes(instrument, codes)).toThrow(SurveyError);
  });
});

describe('answers from outside', () => {
  it.each([
    { A1: { code: -1 } },
    { A1: { code: 32_768 } },
    { A1: { code: 1.5 } },
    { A1: { code: 1, missing: 'skipped' } },
    { A1: { missing: 'later' } },
    { A1: 1 },
    { 'A 1': { code: 1 } },
  ])('refuses the shape %j', (answers) => {
    expect(answersSchema.safeParse(answers).success).toBe(false);
  });

  it('drops an item that is called __proto__', () => {
    const parsed = answersSchema.parse(JSON.parse('{"__proto__":{"code":1},"A1":{"code":1}}'));
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect(Object.keys(parsed)).toEqual(['A1']);
  });
});
