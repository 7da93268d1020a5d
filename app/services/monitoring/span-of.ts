/** First day and the day after the last. */
export type Days = { from: string; to: string };

/** From when until when periods reach together; null without any. */
export function spanOf(periods: readonly Days[]): Days | null {
  const from = periods.map((period) => period.from).sort()[0];
  const to = periods
    .map((period) => period.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}
