import { useTranslation } from 'react-i18next';
import type { Quote } from '../../services/outcomes/present-suggestions.ts';
import { SpokenWords } from '../spoken-words.tsx';
import { useLocal } from '../use-local.ts';

/** Words of people, as they wrote them; below them a checked translation into the reader's language. */
export function Quotes({ quotes }: { quotes: readonly Quote[] }) {
  const { t } = useTranslation('outcomes');
  const { language: own, nameOf } = useLocal();
  return (
    <>
      {quotes.map(({ language, words, translations }) => {
        const translation = translations.find((one) => one.language === own);
        return (
          <figure key={`${language} ${words}`} className="quote">
            <SpokenWords text={words} language={language} />
            {language === own ? null : (
              <figcaption>
                {t('quote.language', { language: nameOf(language) })}
                {translation ? (
                  <>
                    <br />
                    {t(`quote.${translation.origin}`)} <q>{translation.text}</q>
                  </>
                ) : null}
              </figcaption>
            )}
          </figure>
        );
      })}
    </>
  );
}
