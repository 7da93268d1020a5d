/** People of one band against its target. */
export type BandGap = {
  readonly band: string;
  readonly people: number;
  /** share · n, in people; not rounded. */
  readonly wanted: number;
  /**
   * People missing at most and at least: those who did not say may all be of other bands, or of this
   * one. Negative: more than wanted.
   */
  readonly missing: readonly [least: number, most: number];
};

/**
 * How far a panel is from a target set beforehand, in people.
 *
 * With n people, u of them not saying, x of the band and the target's share s:
 * missing ∈ [s n − x − u, s n − x]. These are bounds, not an interval of confidence: a panel is not a
 * sample of anything.
 *
 * @param counts people by band, those who did not say apart
 * @param unsaid people who did not say, u
 * @param targets share wanted by band, each in [0, 1]
 * @returns one row a target, in their order
 */
export function representationGap(
  counts: ReadonlyMap<string, number>,
  unsaid: number,
  targets: ReadonlyMap<string, number>,
): BandGap[] {
  const total = [...counts.values()].reduce((sum, count) => sum + count, unsaid);
  return [...targets].map(([band, share]) => {
    const people = counts.get(band) ?? 0;
    const wanted = share * total;
    return { band, people, wanted, missing: [wanted - people - unsaid, wanted - people] as const };
  });
}
