import type { Table } from '#analysis/table/table.ts';
import type { NamedTolerance } from './tolerance.ts';
import type { Tree } from './tree.ts';

/** How one family of reference cases is computed through the public functions. */
export interface OracleFamily {
  /** Under the keys of the reference cases. It never sees what is expected. */
  compute: (
    table: Table,
    options: Readonly<Record<string, unknown>>,
  ) => Record<string, Tree> | Promise<Record<string, Tree>>;
  tolerances: readonly NamedTolerance[];
  /** Brings what was computed into the order and signs of what is expected, where these are arbitrary. */
  align?: (expected: Readonly<Record<string, unknown>>, actual: Record<string, Tree>) => Tree;
}
