import type { Pattern } from '../../numeric/normal/pattern.ts';

/** What normal-theory estimation needs of each group: its missing-data patterns, one when complete. */
export interface NormalData {
  /** Respondents of all groups with at least one answer. */
  readonly n: number;
  readonly groups: readonly { readonly n: number; readonly patterns: readonly Pattern[] }[];
}
