/**
 * Whether a text without spaces is an international bank account number.
 *
 * The first four characters go to the end, letters become 10–35 (a = 10), and the number formed is 1 modulo 97.
 *
 * @param code letters and figures alone, in any case
 * @returns true for 15–34 characters with a country, two check digits and remainder 1
 * @see ISO 13616-1:2020; ISO/IEC 7064:2003, MOD 97-10
 */
export function isIban(code: string): boolean {
  if (!/^[a-z]{2}\d{2}[a-z0-9]{11,30}$/i.test(code)) return false;
  let remainder = 0;
  for (const character of code.slice(4) + code.slice(0, 4)) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
