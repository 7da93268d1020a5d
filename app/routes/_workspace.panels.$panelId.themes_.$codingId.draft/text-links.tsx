import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { toLanguage } from '../../i18n/locales.ts';

interface TextLinksProps {
  /** Address of the coding. */
  home: string;
  language: string;
  texts: readonly { id: string; text: string }[];
  isOrdered?: boolean;
}

/** Texts of one language, each a link to where it is coded. */
export function TextLinks({ home, language, texts, isOrdered = false }: TextLinksProps) {
  const { t } = useTranslation('themes');
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <List className="stack">
      {texts.map(({ id, text }) => (
        <li key={id}>
          <Link to={`${home}?at=${id}`} lang={language} dir={directionOf(toLanguage(language))}>
            {text.trim() === '' ? t('leftOut.noWords') : text}
          </Link>
        </li>
      ))}
    </List>
  );
}
