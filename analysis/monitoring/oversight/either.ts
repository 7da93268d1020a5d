import type { Mark } from './lies-below.ts';

/**
 * Whether one of several marks is there.
 *
 * m₁ ∨ … ∨ mₖ in Kleene's logic: true if one is true, else unknown if one is unknown, else false.
 *
 * @param marks k of them, each true, false or 'unknown'.
 * @returns true, false or 'unknown'.
 * @remarks Missing data: unknown; of no marks at all nothing is known.
 * @throws never.
 * @see Kleene, S. C. (1952). Introduction to Metamathematics, § 64. Checked by filling in every unknown.
 */
export function either(marks: readonly Mark[]): Mark {
  if (marks.includes(true)) return true;
  return marks.length === 0 || marks.includes('unknown') ? 'unknown' : false;
}
