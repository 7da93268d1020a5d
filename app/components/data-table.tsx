import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

import { scrollRegion } from './scroll-region.ts';

export interface DataColumn {
  key: string;
  label: string;
  numeric?: boolean | undefined;
  /** The address of this view sorted by the column (the other way round when it is sorted already). */
  sortHref?: string | undefined;
  sorted?: 'ascending' | 'descending' | undefined;
}

export interface DataRow {
  key: string;
  cells: Readonly<Record<string, ReactNode>>;
}

interface DataTableProps {
  id: string;
  caption: string;
  captionHidden?: boolean | undefined;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
  /** Key of the column that names the row; the first one when left out. */
  rowHeader?: string | undefined;
}

export function DataTable(props: DataTableProps) {
  const { id, caption, captionHidden = false, columns, rows } = props;
  const rowHeader = props.rowHeader ?? columns[0]?.key;
  return (
    <div className="table-scroll" {...scrollRegion(`${id}-caption`)}>
      <table className="table" id={id}>
        <caption id={`${id}-caption`} className={captionHidden ? 'visually-hidden' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHeader key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {columns.map((column) => (
                <Cell
                  key={column.key}
                  column={column}
                  isHeader={column.key === rowHeader}
                  content={row.cells[column.key]}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHeader({ column }: { column: DataColumn }) {
  return (
    <th
      scope="col"
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

function Cell(props: { column: DataColumn; isHeader: boolean; content: ReactNode }) {
  const className = props.column.numeric === true ? 'numeric' : undefined;
  if (props.isHeader) {
    return (
      <th scope="row" className={className}>
        {props.content}
      </th>
    );
  }
  return <td className={className}>{props.content}</td>;
}

function SortIcon({ sorted }: { sorted: DataColumn['sorted'] }) {
  return (
    <svg className="sort-icon" viewBox="0 0 10 14" width="10" height="14" aria-hidden="true">
      <path d="M5 1 9 6H1Z" fill="currentColor" opacity={sorted === 'ascending' ? 1 : 0.3} />
      <path d="M5 13 1 8h8Z" fill="currentColor" opacity={sorted === 'descending' ? 1 : 0.3} />
    </svg>
  );
}
