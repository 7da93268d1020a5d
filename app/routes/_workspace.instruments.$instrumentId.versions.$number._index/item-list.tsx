import { useTranslation } from 'react-i18next';
import type { Instrument } from '#surveys/model/instrument.ts';
import { directionOf } from '#surveys/model/languages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';

/** The items in the source language: that is what the others translate. */
export function ItemList({ document }: { document: Instrument }) {
  const { t } = useTranslation('instruments');
  const { text } = useLocal();
  const { sourceLanguage, items, optionSets, pages } = document;
  const source = { lang: sourceLanguage, dir: directionOf(sourceLanguage) };
  const pageOf = (id: string) => pages.find((page) => page.items.includes(id))?.title ?? {};
  return (
    <div className="stack">
      <DataTable
        id="items"
        caption={t('item.title', { count: items.length })}
        columns={[
          { key: 'id', label: t('item.code') },
          { key: 'stem', label: t('item.stem') },
          { key: 'page', label: t('item.page') },
          { key: 'keying', label: t('item.keying') },
          { key: 'options', label: t('item.options') },
        ]}
        rows={items.map((item) => ({
          key: item.id,
          cells: {
            id: <code dir="ltr">{item.id}</code>,
            stem: <span {...source}>{item.stem[sourceLanguage]}</span>,
            page: text(pageOf(item.id)),
            keying: t(item.reverseKeyed ? 'item.reverse' : 'item.straight'),
            options: item.optionSet,
          },
        }))}
      />
      {optionSets.map((set) => (
        <p key={set.id} className="muted">
          {t('item.optionSet', { id: set.id })}{' '}
          {set.options
            .toSorted((a, b) => a.order - b.order)
            .map(({ code, label }) => `${code} ${text(label, sourceLanguage)}`)
            .join(' · ')}
        </p>
      ))}
    </div>
  );
}
