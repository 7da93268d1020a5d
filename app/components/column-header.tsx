import { Link } from '@remix-run/react';
import type { SortDirection } from '../http/sort-order.ts';

export interface DataColumn {
  key: string;
  label: string;
  numeric?: boolean | undefined;
  /** The address of this view sorted by the column; see `useSortLinks`. */
  sortHref?: string | undefined;
  sorted?: SortDirection | undefined;
}

export function ColumnHeader({ column }: { column: DataColumn }) {
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={column.sorted}
      className={column.numeric === true ? 'numeric' : undefined}
    >
      {column.sortHref === undefined ? (
        column.label
      ) : (
        <Link to={column.sortHref} preventScrollReset>
          {column.label}
          <SortIcon sorted={column.sorted} />
        </Link>
      )}
    </th>
  );
}

function SortIcon({ sorted }: { sorted: DataColumn['sorted'] }) {
  return (
    <svg className="sort-icon" viewBox="0 0 10 14" width="10" height="14" aria-hidden="true">
      <path d="M5 1 9 6H1Z" fill="currentColor" opacity={sorted === 'ascending' ? 1 : 0.3} />
      <path d="M5 13 1 8h8Z" fill="currentColor" opacity={sorted === 'descending' ? 1 : 0.3} />
    </svg>
  );
}
