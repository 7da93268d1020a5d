/**
 * Whether eighteen characters are a resident identity number of China.
 *
 * Σ_{i=1}^{18} 2^{18−i} d_i ≡ 1 (mod 11), with X for 10 at the end; the seventh to fourteenth are a date of
 * birth as YYYYMMDD.
 *
 * @param code figures, with x or X for the last
 * @returns true for a code with such a date and remainder 1
 * @see GB 11643-1999; ISO 7064:1983, MOD 11-2
 */
export function isChineseIdentityNumber(code: string): boolean {
  const shape = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/i;
  if (!shape.test(code)) return false;
  let sum = 0;
  for (const character of code) {
    sum = (sum * 2 + (/x/i.test(character) ? 10 : Number(character))) % 11;
  }
  return sum === 1;
}
