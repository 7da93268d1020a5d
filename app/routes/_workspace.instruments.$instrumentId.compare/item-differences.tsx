import { useTranslation } from 'react-i18next';
import type { InstrumentComparison } from '#surveys/model/compare-instruments.ts';
import { Tag } from '../../components/tag.tsx';
import { Words } from './words.tsx';

export function ItemDifferences({ items }: Pick<InstrumentComparison, 'items'>) {
  const { t } = useTranslation('instruments');
  return (
    <section className="stack" aria-labelledby="changed-items">
      <h2 id="changed-items">{t('compare.items', { count: items.length })}</h2>
      {items.map(({ itemId, structure, wording }) => (
        <article key={itemId} className="card">
          <h3>
            <code dir="ltr">{itemId}</code>{' '}
            {structure.map((change) => (
              <Tag key={change} tone="concern" text={t(`structure.${change}`)} />
            ))}
          </h3>
          <Words wording={wording} />
        </article>
      ))}
    </section>
  );
}
