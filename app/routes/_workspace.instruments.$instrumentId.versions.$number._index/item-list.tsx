import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';

/** The items page by page, in the source language: that is what the others translate. */
export function ItemList({ document }: { document: Instrument }) {
  const { t } = useTranslation('instruments');
  const { text } = useLocal();
  const { sourceLanguage, items, optionSets, pages } = document;
  const source = { lang: sourceLanguage, dir: directionOf(sourceLanguage) };
  const keying = (item: (typeof items)[number]) =>
    item.reverseKeyed ? t('item.reverse') : t('item.straight');
  const scaleOf = (id: string) =>
    (optionSets.find((set) => set.id === id)?.options ?? [])
      .toSorted((a, b) => a.order - b.order)
      .map(({ code, label }) => `${code} ${text(label, sourceLanguage)}`);
  return (
    <section className="stack" aria-labelledby="items">
      <h2 id="items">{t('item.title', { count: items.length })}</h2>
      {pages.map((page) => (
        <DataTable
          key={page.id}
          id={`page-${page.id}`}
          caption={text(page.title)}
          columns={[
            { key: 'id', label: t('item.code') },
            { key: 'stem', label: t('item.stem') },
            { key: 'keying', label: t('item.keying') },
            { key: 'options', label: t('item.options') },
          ]}
          rows={items
            .filter(({ id }) => page.items.includes(id))
            .map((item) => ({
              key: item.id,
              cells: {
                id: <code dir="ltr">{item.id}</code>,
                stem: <span {...source}>{item.stem[sourceLanguage]}</span>,
                keying: keying(item),
                options: t('item.choices', { count: scaleOf(item.optionSet).length }),
              },
            }))}
        />
      ))}
      {optionSets.map((set) => (
        <p key={set.id} className="muted">
          {t('item.optionSet', { id: set.id })} {scaleOf(set.id).join(' · ')}
        </p>
      ))}
    </section>
  );
}
