/** Digits of Arabic and Persian keyboards, and a comma for the point. */
function plainNumber(typed: string): string {
  return typed
    .trim()
    .replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
    .replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)))
    .replace(/[,٫]/, '.')
    .replace(/\s*[%٪]$/, '');
}

export type Bounds = { low: number; high: number };

/** A number as people type it; null for none, undefined for what is no number within the bounds. */
export function readMargin(typed: string, { low, high }: Bounds): number | null | undefined {
  const plain = plainNumber(typed);
  if (plain === '') return null;
  if (!/^-?\d{1,9}(?:\.\d{1,6})?$/.test(plain)) return undefined;
  const value = Number(plain);
  return value >= low && value <= high ? value : undefined;
}
