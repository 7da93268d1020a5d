const first = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const second = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

const weighted = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0) % 11;

/**
 * Whether twelve figures are an individual identification number of Kazakhstan.
 *
 * c = Σ i d_i mod 11 over the first eleven; where that is 10, the weights 3, 4, …, 11, 1, 2 are used, and a
 * second 10 is not given out. The first six figures are a date of birth as YYMMDD.
 *
 * @param digits figures alone
 * @returns true for twelve figures with such a date and check digit
 * @see Republic of Kazakhstan, Law No. 223-III of 12 January 2007 on national registers of identification numbers
 */
export function isKazakhIin(digits: string): boolean {
  if (!/^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-6]\d{5}$/.test(digits)) return false;
  const check = weighted(digits, first);
  const last = check === 10 ? weighted(digits, second) : check;
  return last === Number(digits.charAt(11));
}
