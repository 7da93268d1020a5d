import { describe, expect, it } from 'vitest';
import { typedNumber } from '#app/services/typed-number.ts';

describe('a number as it is typed', () => {
  it.each([
    ['1000', 1000],
    ['0,5', 0.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['12,5', 12.5],
    ['−57.1', -57.1],
  ])('%s is read', (typed, number) => {
    expect(typedNumber(typed)).toBe(number);
  });

  it.each(['1,000', '-1,250', '12,345,678', '1.000,5', 'many', '', ' '])(
    '"%s" is not guessed',
    (typed) => {
      expect(typedNumber(typed)).toBeNaN();
    },
  );
});
