import { useTranslation } from 'react-i18next';
import { scrollRegion } from '../../components/scroll-region.ts';
import { DisclosureNote } from '../../components/disclosure-note.tsx';
import type { ItemRow, ItemsPage } from '../../services/results/get-items.server.ts';
import { missingReasons } from '#surveys/model/answers.ts';

const moments = ['n', 'mean', 'sd'] as const;
const shape = ['skewness', 'kurtosis', 'floor', 'ceiling', 'itemRest', 'alphaIfDeleted'] as const;

function useColumns(isComplete: boolean): { key: string; label: string }[] {
  const { t } = useTranslation('results');
  const basic = moments.map((key) => ({
    key,
    label: key === 'n' ? t('chart.n') : t(`items.${key}`),
  }));
  if (!isComplete) return basic;
  return [
    ...basic,
    ...shape.map((key) => ({ key, label: t(`items.${key}`) })),
    ...missingReasons.map((reason) => ({ key: reason, label: t(`missing.${reason}`) })),
  ];
}

function Row({ row, columns }: { row: ItemRow; columns: readonly { key: string }[] }) {
  const { t } = useTranslation('results');
  return (
    <tr>
      <th scope="row" className="item-stem">
        {row.isReverseKeyed ? t('items.reversed', { item: row.stem }) : row.stem}
      </th>
      {row.withheld === null ? (
        <>
          {columns.map(({ key }) => (
            <td key={key} className="numeric">
              {row.cells[key] ?? '–'}
            </td>
          ))}
          <td className="numeric nowrap">{row.cells['categories']}</td>
        </>
      ) : (
        <td className="remark" colSpan={columns.length + 1}>
          {row.withheld}
        </td>
      )}
    </tr>
  );
}

/** Every statistic of every item; the figures above are drawn from the same report. */
export function ItemTable({
  frame,
  rows,
  isComplete,
}: Pick<ItemsPage, 'frame' | 'rows' | 'isComplete'>) {
  const { t } = useTranslation('results');
  const columns = useColumns(isComplete);
  const wave = frame.wave?.name ?? '';
  const caption = frame.group
    ? t('items.groupCaption', { group: frame.group.label, wave })
    : t('items.tableCaption', { wave });
  return (
    <section className="card" aria-labelledby="item-statistics">
      <h2 id="item-statistics">{t('items.table')}</h2>
      <div className="table-scroll" {...scrollRegion('item-caption')}>
        <table className="table item-table">
          <caption id="item-caption">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('items.row')}</th>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col" className="numeric">
                  {label}
                </th>
              ))}
              <th scope="col" className="numeric">
                {t('items.categories')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
      <DisclosureNote title={t('items.words')}>{t('items.wordsText')}</DisclosureNote>
    </section>
  );
}
