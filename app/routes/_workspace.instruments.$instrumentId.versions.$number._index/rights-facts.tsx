import { useTranslation } from 'react-i18next';
import type { Rights } from '#surveys/model/instrument.ts';

/** Who may show and translate the wording, and what to cite. */
export function RightsFacts({ rights }: { rights: Rights }) {
  const { t } = useTranslation('instruments');
  const rows = [
    [t('rights.licence'), rights.licence],
    [t('rights.holder'), rights.holder],
    [t('rights.display'), t(`right.${rights.displayRight}`)],
    [t('rights.translation'), t(`right.${rights.translationRight}`)],
    [t('rights.terms'), rights.text],
    [t('rights.citation'), rights.citation],
    [t('rights.doi'), rights.doi],
    [t('rights.inspiredBy'), rights.inspiredBy?.citation],
    [t('rights.inspiredByDoi'), rights.inspiredBy?.doi],
  ] as const;
  return (
    <section className="card" aria-labelledby="rights">
      <h2 id="rights">{t('rights.title')}</h2>
      <dl className="definitions">
        {rows.map(([term, value]) =>
          value === undefined ? null : (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
