import { useTranslation } from 'react-i18next';
import type { InstrumentComparison } from '#surveys/model/compare-instruments.ts';
import { Words } from './words.tsx';

type Differences = InstrumentComparison['otherWording'];

export function OtherDifferences({ differences }: { differences: Differences }) {
  const { t } = useTranslation('instruments');
  return (
    <section className="stack" aria-labelledby="other-wording">
      <h2 id="other-wording">{t('compare.other')}</h2>
      {differences.map(({ name, wording }) => (
        <article key={name} className="card">
          <h3>
            <code dir="ltr">{name}</code>
          </h3>
          <Words wording={wording} />
        </article>
      ))}
    </section>
  );
}
