/** First days of months and days after a day, YYYY-MM-DD; sums. */
export const month = (first: string, later: number) => {
  const [year = 0, start = 1] = first.split('-').map(Number);
  return new Date(Date.UTC(year, start - 1 + later, 1)).toISOString().slice(0, 10);
};
export const dayOf = (start: string, later: number) =>
  new Date(Date.parse(start) + later * 86_400_000).toISOString().slice(0, 10);
export const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
