/** A spreadsheet would run a text that begins like this as a formula. */
const formulaStart = /^[=+\-@\t\r]/u;

/** Disarms a text cell; numbers are written as numbers and need no guard. */
export function safeText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}
