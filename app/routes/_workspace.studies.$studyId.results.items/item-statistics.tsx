import { useTranslation } from 'react-i18next';
import { missingReasons } from '#surveys/model/answers.ts';
import { DisclosureNote } from '../../components/disclosure-note.tsx';
import { useSortLinks } from '../../components/use-sort-links.ts';
import type { AnswerTable, ItemsPage } from '../../services/results/get-items.server.ts';
import { ItemTable } from './item-table.tsx';

type Props = Omit<ItemsPage, 'charts'>;

function useWhom({ frame }: Props) {
  return { group: frame.group?.label ?? '', wave: frame.wave?.name ?? '' };
}

/** Moments, floor and ceiling, and how each item goes with the others. */
export function ItemStatistics(props: Props) {
  const { t } = useTranslation('results');
  const whom = useWhom(props);
  const { rows, isComplete } = props;
  const sortLink = useSortLinks(props.order, 'statistics-heading');
  const columns = props.columns.map((key) => ({
    key,
    label: key === 'n' ? t('chart.n') : t(`items.${key}`),
    ...sortLink(key),
  }));
  return (
    <section className="card" aria-labelledby="statistics-heading">
      <h2 id="statistics-heading">{t('items.table')}</h2>
      <ItemTable
        id="statistics"
        caption={isComplete ? t('items.tableCaption', whom) : t('items.groupCaption', whom)}
        columns={columns}
        rows={rows}
      />
      <DisclosureNote title={t('items.words')}>{t('items.wordsText')}</DisclosureNote>
    </section>
  );
}

/** The percent of each option, and why answers are missing. */
export function ItemAnswers({ table, page }: { table: AnswerTable; page: Props }) {
  const { t } = useTranslation('results');
  const whom = useWhom(page);
  const { isComplete } = page;
  const missing = isComplete
    ? missingReasons.map((reason) => ({ key: reason, label: t(`missing.${reason}`) }))
    : [];
  const columns = [
    ...table.options.map((label, index) => ({ key: `option-${index}`, label })),
    ...missing,
  ];
  const id = `answers-${table.id}`;
  return (
    <section className="card" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{t('items.answersTable')}</h2>
      <ItemTable
        id={id}
        caption={
          isComplete ? t('items.answersCaption', whom) : t('items.answersGroupCaption', whom)
        }
        columns={columns}
        rows={table.rows}
      />
    </section>
  );
}
