/**
 * Whether ten figures are an NHS number of England, Wales and the Isle of Man: the tenth is a check
 * digit modulo 11.
 *
 * c = 11 − (Σ_{i=1}^{9} (11 − i) d_i mod 11); c = 11 counts as 0, and numbers with c = 10 are not given out.
 *
 * @param digits figures alone
 * @returns true for ten figures whose last one is c; a first figure 0 is not in use
 * @see NHS Data Model and Dictionary, attribute NHS NUMBER, "Modulus 11 algorithm"
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^[1-9]\d{9}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 1; i <= 9; i += 1) sum += (11 - i) * Number(digits.charAt(i - 1));
  const check = 11 - (sum % 11);
  return (check === 11 ? 0 : check) === Number(digits.charAt(9));
}
