import { deviation } from './deviation.ts';
import { numbersIn } from './numbers-in.ts';

/** Between the numbers at the same places of two results; Infinity when the places differ. */
export function largestDeviation(actual: unknown, expected: unknown): number {
  const [numbers, others] = [numbersIn(actual), numbersIn(expected)];
  if (numbers.length !== others.length) return Infinity;
  return numbers.reduce((most, { path, value }, place) => {
    const other = others[place];
    return path === other?.path ? Math.max(most, deviation(value, other.value)) : Infinity;
  }, 0);
}
