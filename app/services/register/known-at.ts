/** The end of a day, as far as an instant can say it: what was known on it was known by then. */
export function knownAt(day: string | undefined): Date {
  return day === undefined ? new Date() : new Date(`${day}T23:59:59.999Z`);
}
