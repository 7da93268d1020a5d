import type { ReactNode } from 'react';

import { ColumnHeader, type DataColumn } from './column-header.tsx';
import { ScrollRegion } from './scroll-region.tsx';

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
  /** Becomes blocks on a phone although it has many numbers, because it has few rows. */
  stacks?: boolean | undefined;
}

/** From so many columns of numbers on, comparing down the columns is what the table is for. */
const manyNumbers = 3;

// A row drawn as a block is no longer a row to every browser: roles keep the table a table.
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
};

/**
 * On a phone, a table of things becomes one block for each thing; a table of many numbers stays a
 * table and scrolls.
 */
export function DataTable(props: DataTableProps) {
  const { id, caption, captionHidden = false, columns, rows } = props;
  const rowHeader = props.rowHeader ?? columns[0]?.key;
  const numbers = columns.filter((column) => column.numeric === true).length;
  const scrolls = numbers >= manyNumbers && props.stacks !== true;
  return (
    <ScrollRegion labelledBy={`${id}-caption`}>
      <table className={scrolls ? 'table' : 'table table-stack'} id={id} {...roles.table}>
        <caption id={`${id}-caption`} className={captionHidden ? 'visually-hidden' : undefined}>
          {caption}
        </caption>
        <thead {...roles.group}>
          <tr {...roles.row}>
            {columns.map((column) => (
              <ColumnHeader key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          {rows.map((row) => (
            <tr key={row.key} {...roles.row}>
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
    </ScrollRegion>
  );
}

function Cell(props: { column: DataColumn; isHeader: boolean; content: ReactNode }) {
  const className = props.column.numeric === true ? 'numeric' : undefined;
  if (props.isHeader) {
    return (
      <th scope="row" className={className} {...roles.rowHeader}>
        {typeof props.content === 'string' ? <bdi>{props.content}</bdi> : props.content}
      </th>
    );
  }
  const { content } = props;
  if (content === undefined || content === null || content === '') {
    return <td className={className} {...roles.cell} />;
  }
  return (
    <td className={className} data-label={props.column.label} {...roles.cell}>
      <div>{content}</div>
    </td>
  );
}
