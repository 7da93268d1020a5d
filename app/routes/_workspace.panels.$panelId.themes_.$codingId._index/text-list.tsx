import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { toLanguage } from '../../i18n/locales.ts';
import { useLocal } from '../../components/use-local.ts';
import type { CodingPage } from '../../services/themes/get-coding-page.server.ts';

/** The text that is read and its neighbours. */
export function TextList({ page, home }: { page: CodingPage; home: string }) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const { list, place, progress } = page;
  return (
    <nav aria-label={t('code.texts')} className="coding-list">
      <p>
        {t('code.progress', {
          ...{ coded: number(progress.coded), total: number(progress.total) },
          left: number(progress.left),
        })}
      </p>
      <p className="muted">{t('code.place', { n: number(place.number), of: number(place.of) })}</p>
      <ul>
        {list.map(({ id, text, language, isCoded, isWithoutContent, isCurrent }) => (
          <li key={id}>
            <Link to={`${home}?at=${id}`} aria-current={isCurrent ? 'true' : undefined}>
              <span className="coding-state">
                {isCoded ? t('code.coded') : isWithoutContent ? t('code.empty') : t('code.open')}
              </span>
              <span lang={language} dir={directionOf(toLanguage(language))}>
                {text}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
