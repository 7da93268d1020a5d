/**
 * A number as people type it, with a comma or a point before its decimals. "1,250" is twelve hundred to
 * some and one and a quarter to others: NaN, as whatever is no number.
 */
export function typedNumber(text: string): number {
  const plain = text.trim().replace('−', '-');
  const isAmbiguous = /^-?[1-9]\d{0,2}(?:,\d{3})+$/u.test(plain);
  return isAmbiguous || plain === '' ? Number.NaN : Number(plain.replace(',', '.'));
}
