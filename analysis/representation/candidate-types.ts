/** A candidate for a panel: any unique number, and the band in each stratum, in one order. */
export type Candidate = { readonly number: number; readonly bands: readonly string[] };

/** Candidates with the same bands. No quota can tell them apart, so they have the same chance. */
export type CandidateType = {
  readonly bands: readonly string[];
  readonly numbers: readonly number[];
};

const keyOf = (bands: readonly string[]) => JSON.stringify(bands);

/**
 * Groups candidates by their bands, in an order that does not depend on the order given.
 *
 * @param candidates people, each with as many bands as there are strata
 * @returns types by their bands; the numbers of each ascending
 */
export function candidateTypes(candidates: readonly Candidate[]): CandidateType[] {
  const types = new Map<string, { bands: readonly string[]; numbers: number[] }>();
  for (const { number, bands } of candidates) {
    const key = keyOf(bands);
    const type = types.get(key) ?? { bands, numbers: [] };
    type.numbers.push(number);
    types.set(key, type);
  }
  return [...types.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { bands, numbers }]) => ({ bands, numbers: numbers.sort((a, b) => a - b) }));
}
