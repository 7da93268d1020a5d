/** Days of the demo's calendar as they are stored, counted back from the day it was made. */
export function daysBefore(today: Date, days: number): string {
  return new Date(today.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}
