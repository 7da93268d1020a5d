import { compareTree, type Leaf } from './compare.ts';
import { families } from './families.ts';
import { readDataset, type OracleCase } from './read-case.ts';

export interface CaseResult {
  id: string;
  family: string;
  seconds: number;
  leaves: Leaf[];
  /** What stopped the computation, if anything did. */
  error?: string;
}

/** Every leaf of what is expected, with one status. */
function flat(test: OracleCase, status: Leaf['status']): Leaf[] {
  const by = { tolerance: {}, named: [] };
  return compareTree('', test.expect, undefined, by).map((leaf) => ({ ...leaf, status }));
}

/** Computes a case through its family and compares it leaf by leaf. */
export async function runCase(directory: string, test: OracleCase): Promise<CaseResult> {
  const started = performance.now();
  const named = (leaves: Leaf[], error?: string): CaseResult => ({
    ...{ id: test.id, family: test.family, leaves },
    seconds: (performance.now() - started) / 1000,
    ...(error === undefined ? {} : { error }),
  });
  const load = families[test.family];
  if (!load) return named(flat(test, 'unsupported'));
  try {
    const family = await load();
    const actual = await family.compute(readDataset(directory, test), test.options);
    const aligned = family.align?.(test.expect, actual) ?? actual;
    const by = { tolerance: test.tolerance, named: family.tolerances };
    return named(compareTree('', test.expect, aligned, by));
  } catch (error) {
    return named(flat(test, 'failed'), (error as Error).stack ?? String(error));
  }
}
