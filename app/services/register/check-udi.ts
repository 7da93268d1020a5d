export const udiFindings = ['fits', 'wrong-digit', 'zeros', 'unknown'] as const;
export type UdiFinding = (typeof udiFindings)[number];

/**
 * Whether the check digit of a GTIN-14 fits: weights 3 and 1 in turn from the right, the sum of all digits with it a
 * multiple of ten (GS1 General Specifications, section 7.9).
 */
function gtinFits(gtin: string): boolean {
  const sum = Array.from(gtin).reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
}

const hibcSigns = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';

/** Whether the last sign of an HIBC primary code fits: the sum of the values of all signs before it, modulo 43. */
function hibcFits(code: string): boolean {
  const sum = Array.from(code.slice(0, -1)).reduce(
    (total, sign) => total + hibcSigns.indexOf(sign),
    0,
  );
  return hibcSigns[sum % 43] === code.at(-1);
}

/**
 * What a device identifier looks like. GS1: fourteen digits, alone or after (01). HIBCC: `+`, four signs of the labeller
 * of which the first is a letter, the product, a digit of the unit, a check sign; one with more after a slash is recognised.
 * ICCBBA has no check sign in its device identifier, so that only its beginning is recognised. Identifiers of other
 * agencies exist, so that what is unknown may be right; zeros alone fit and are nobody's.
 */
export function checkUdi(udi: string): UdiFinding {
  const text = udi.trim().toUpperCase();
  const gtin = /^(?:\(01\)|01(?=\d{14}))?(\d{14})(?!\d)/.exec(text)?.[1];
  if (gtin !== undefined && /^0+$/.test(gtin)) return 'zeros';
  if (gtin !== undefined) return gtinFits(gtin) ? 'fits' : 'wrong-digit';
  const hibc = /^\*?(\+[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}\d[0-9A-Z\-. $/+%])\*?$/.exec(text)?.[1];
  if (hibc !== undefined && !hibc.includes('/')) return hibcFits(hibc) ? 'fits' : 'wrong-digit';
  if (/^\*?\+[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}\d\//.test(text)) return 'fits';
  return /^=\/[A-Z0-9]{16}/.test(text) ? 'fits' : 'unknown';
}
