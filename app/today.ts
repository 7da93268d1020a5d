/** The day of UTC: whatever is stored about people knows days, never times. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
