export type ChangeLine = { from: string; label: string };

/** Where in a chart a change stands: before the first period that began with it or later. */
export function markAt(points: readonly { from: string }[], { from, label }: ChangeLine) {
  const index = points.findIndex((point) => point.from >= from);
  return index > 0 ? [{ index, label }] : [];
}
