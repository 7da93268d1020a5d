import { useTranslation } from 'react-i18next';
import { ColumnHeader, type DataColumn } from '../../components/column-header.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import type { ItemRow } from '../../services/results/get-items.server.ts';

type ItemTableProps = {
  id: string;
  caption: string;
  columns: readonly DataColumn[];
  rows: readonly ItemRow[];
};

function Row({ row, columns }: { row: ItemRow; columns: ItemTableProps['columns'] }) {
  const { t } = useTranslation('results');
  return (
    <tr>
      <th scope="row">{row.isReverseKeyed ? t('items.reversed', { item: row.stem }) : row.stem}</th>
      {row.withheld === null ? (
        columns.map(({ key }) => (
          <td key={key} className="numeric">
            {row.cells[key] ?? '–'}
          </td>
        ))
      ) : (
        <td className="remark" colSpan={columns.length}>
          {row.withheld}
        </td>
      )}
    </tr>
  );
}

/** A row for each item; the item stays in sight while the numbers scroll. */
export function ItemTable({ id, caption, columns, rows }: ItemTableProps) {
  const { t } = useTranslation('results');
  return (
    <ScrollRegion labelledBy={`${id}-heading`}>
      <table className="table table-named-rows" aria-describedby={`${id}-note`}>
        <thead>
          <tr>
            <th scope="col">{t('items.row')}</th>
            {columns.map((column) => (
              <ColumnHeader key={column.key} column={{ ...column, numeric: true }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      <p className="muted" id={`${id}-note`}>
        {caption}
      </p>
    </ScrollRegion>
  );
}
