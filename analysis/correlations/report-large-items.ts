import type { NotEstimable } from '../estimate.ts';
import type { CronbachAlpha } from '../psychometrics/cronbach-alpha.ts';
import {
  describeItemTables,
  type ItemTablesDescription,
  type TabulatedItem,
} from '../psychometrics/describe-item-tables.ts';
import { itemMatrix, type ItemSelection } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';
import { matrixRows } from './matrix-rows.ts';
import { pairTablesOfMatrix } from './pair-tables-of-matrix.ts';
import { polychoricMatrix } from './polychoric-matrix.ts';

export interface LargeItemsOptions extends ItemSelection {
  /** Two-step polychoric correlations as well. Default: no. */
  readonly polychoric?: boolean | undefined;
}

export interface LargeItemsReport {
  readonly n: number;
  readonly complete: number;
  /** Correlations, alpha and the sum; counts and moments are of the available answers. */
  readonly missing: 'listwise';
  readonly items: readonly (TabulatedItem & {
    readonly name: string;
    readonly itemRestCorrelation: number | NotEstimable;
    readonly alphaIfDeleted: number | NotEstimable;
  })[];
  readonly alpha: CronbachAlpha;
  readonly sum: ItemTablesDescription['sum'];
  readonly correlations: readonly (readonly (number | null)[])[];
  readonly eigenvalues: readonly number[] | null;
  readonly polychoricCorrelations: readonly (readonly (number | null)[])[] | null;
}

/**
 * Items of very many respondents, by way of item pair tables: one pass over the answers, then everything from
 * counts.
 *
 * See `buildItemPairTables`, `describeItemTables`, `polychoricMatrix`.
 *
 * @param table named columns.
 * @param options items, their keying, whether polychoric correlations are wanted.
 * @returns counts and moments per item, correlations, eigenvalues, alpha, the sum score.
 * @remarks Missing data: available answers per item, listwise for what joins items. An item without answers or
 *   without variance keeps its row; correlations with it are null.
 * @throws DomainError as `itemMatrix`, 'too-many-categories'.
 * @see the functions composed. Reference values: R 4.2.2 `cor`, psych 2.2.9 `alpha`.
 */
export function reportLargeItems(table: Table, options: LargeItemsOptions): LargeItemsReport {
  const matrix = itemMatrix(table, options);
  const tables = pairTablesOfMatrix(matrix);
  const found = describeItemTables(tables);
  const { alpha } = found;
  const ofItem = (place: number, key: 'itemRestCorrelation' | 'alphaIfDeleted') => {
    if (!alpha.ok) return { ok: false, reason: alpha.reason } as const;
    const estimate = alpha.items[place]?.[key] ?? ({ ok: false, reason: 'too-few-items' } as const);
    return estimate.ok ? estimate.value : estimate;
  };
  return {
    ...{ n: found.n, complete: found.complete, missing: 'listwise' },
    items: found.items.map((item, place) => ({
      ...{ name: matrix.names[place] ?? '', ...item },
      itemRestCorrelation: ofItem(place, 'itemRestCorrelation'),
      alphaIfDeleted: ofItem(place, 'alphaIfDeleted'),
    })),
    alpha,
    sum: found.sum,
    correlations: matrixRows(found.correlations),
    eigenvalues: found.eigenvalues && [...found.eigenvalues],
    polychoricCorrelations: options.polychoric
      ? matrixRows(polychoricMatrix(tables, 'listwise').correlations)
      : null,
  };
}
