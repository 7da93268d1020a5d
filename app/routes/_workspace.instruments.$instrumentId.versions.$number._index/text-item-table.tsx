import { useTranslation } from 'react-i18next';
import type { Instrument } from '#surveys/model/instrument.ts';
import { directionOf } from '#surveys/model/languages.ts';
import { textItemsOf } from '#surveys/model/text-items.ts';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';

/** What is answered in words, in the source language. */
export function TextItemTable({ document }: { document: Instrument }) {
  const { t } = useTranslation('instruments');
  const { text, number } = useLocal();
  const { sourceLanguage, pages } = document;
  const items = textItemsOf(document);
  if (items.length === 0) return null;
  const source = { lang: sourceLanguage, dir: directionOf(sourceLanguage) };
  const pageOf = (id: string) => pages.find((page) => page.items.includes(id))?.title ?? {};
  return (
    <DataTable
      id="text-items"
      caption={t('textItem.title')}
      columns={[
        { key: 'id', label: t('item.code') },
        { key: 'stem', label: t('item.stem') },
        { key: 'page', label: t('item.page') },
        { key: 'limit', label: t('textItem.limit') },
      ]}
      rows={items.map(({ id, stem, maximumLength }) => ({
        key: id,
        cells: {
          id: <code dir="ltr">{id}</code>,
          stem: <span {...source}>{stem[sourceLanguage]}</span>,
          page: text(pageOf(id)),
          limit: t('textItem.limitOf', { limit: number(maximumLength) }),
        },
      }))}
    />
  );
}
