/** An order of texts that is the same everywhere, whatever the language of the reader. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
