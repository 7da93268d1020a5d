import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { useLocal } from '../../components/use-local.ts';
import { toLanguage } from '../../i18n/locales.ts';

interface Contribution {
  id: string;
  memberNumber: number | null;
  language: string;
  text: string;
  quote: string | null;
}

/** The words a suggestion stands on, for those who work with the panel. */
export function ContributionList({ contributions }: { contributions: readonly Contribution[] }) {
  const { t } = useTranslation('outcomes');
  const from = (number: number | null, name: string) =>
    number === null
      ? t('new.fromSurvey', { language: name })
      : t('new.from', { number, language: name });
  const { nameOf } = useLocal();
  if (contributions.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="built-on">
      <h2 id="built-on">{t('suggestion.builtOn')}</h2>
      <ul>
        {contributions.map(({ id, memberNumber, language, text, quote }) => (
          <li key={id}>
            <p lang={language} dir={directionOf(toLanguage(language))}>
              {text}
            </p>
            <p className="muted">
              {from(memberNumber, nameOf(language))}{' '}
              {t(quote === null ? 'suggestion.notQuoted' : 'suggestion.quoted')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
