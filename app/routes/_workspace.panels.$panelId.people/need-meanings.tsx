import { useTranslation } from 'react-i18next';
import type { PeoplePage } from './people-table.tsx';

type Need = PeoplePage['people'][number]['needs'][number];

/** What each need that somebody has means for how they are invited and written to. */
export function NeedMeanings({ needs }: { needs: readonly Need[] }) {
  const { t } = useTranslation('recruitment');
  const used = [...new Set(needs)].sort();
  if (used.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="meanings">
      <h2 id="meanings">{t('need.title')}</h2>
      <dl className="definitions">
        {used.map((need) => (
          <div key={need}>
            <dt>{t(`need.name.${need}`)}</dt>
            <dd>{t(`need.means.${need}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
