/** The quarter of the year in which a day lies, as days: from the first, until before the second. */
export function quarterOf(day: string): { from: string; until: string } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = Math.floor((month - 1) / 3) * 3;
  const dayOf = (monthIndex: number) =>
    new Date(Date.UTC(year, monthIndex, 1)).toISOString().slice(0, 10);
  return { from: dayOf(first), until: dayOf(first + 3) };
}
