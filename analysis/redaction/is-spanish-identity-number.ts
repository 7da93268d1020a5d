const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';

/**
 * Whether nine characters are a Spanish identity number: DNI (eight figures and a letter) or NIE (X, Y or Z,
 * seven figures and a letter).
 *
 * The letter is the n-th of TRWAGMYFPDXBNJZSQVHLCKE, n = number mod 23; X, Y, Z stand for 0, 1, 2.
 *
 * @param code letters and figures alone, in any case
 * @returns true where the letter is the one the number asks for
 * @see Ministerio del Interior, "Cálculo del dígito de control del NIF-NIE"
 */
export function isSpanishIdentityNumber(code: string): boolean {
  const [, head = '', tail = '', letter = ''] =
    /^([xyz]|\d)(\d{7})([a-z])$/i.exec(code)?.map(String) ?? [];
  if (letter === '') return false;
  const place = 'XYZ'.indexOf(head.toUpperCase());
  const number = Number(`${place === -1 ? head : place}${tail}`);
  return letters.charAt(number % 23) === letter.toUpperCase();
}
