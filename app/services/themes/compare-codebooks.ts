import type { CodeAt } from './codebook-at.ts';

const compared = ['name', 'description', 'theme', 'against', 'mergedInto', 'retired'] as const;

export type CodeDifference = {
  id: string;
  before: CodeAt | null;
  after: CodeAt;
  /** What is no longer as it was; empty for a code that is new. */
  changed: (typeof compared)[number][];
};

/** Codes that a later version has otherwise than an earlier one; no code ever goes. */
export function compareCodebooks(
  earlier: readonly CodeAt[],
  later: readonly CodeAt[],
): CodeDifference[] {
  const before = new Map(earlier.map((code) => [code.id, code]));
  return later.flatMap((after): CodeDifference[] => {
    const old = before.get(after.id);
    if (!old) return [{ id: after.id, before: null, after, changed: [] }];
    const changed = compared.filter((field) => old[field] !== after[field]);
    return changed.length === 0 ? [] : [{ id: after.id, before: old, after, changed }];
  });
}
