import { families } from './families.ts';

/** Named after cases of the oracle, which compare parts of other families. They run, and nobody looks for them. */
const unlisted = new Set(['edge', 'million']);

/** The families that are offered to a person. */
export const listedFamilies: readonly string[] = Object.keys(families).filter(
  (name) => !unlisted.has(name),
);
