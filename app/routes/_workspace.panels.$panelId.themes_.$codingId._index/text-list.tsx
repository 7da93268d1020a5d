import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { toLanguage } from '../../i18n/locales.ts';
import { useLocal } from '../../components/use-local.ts';
import type { CodingPage, CodingView } from '../../services/themes/get-coding-page.server.ts';
import { textAddress } from './text-address.ts';

/** Which texts are listed: all, those nobody has coded, those the machine proposes codes for. */
function Views({ page, home }: { page: CodingPage; home: string }) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const { total, left, proposed } = page.progress;
  const views = [
    ['all', total],
    ['uncoded', left],
    ['proposed', proposed],
  ] as const satisfies readonly (readonly [CodingView['only'], number])[];
  return (
    <ul className="coding-views">
      {views.map(([only, count]) => (
        <li key={only}>
          <Link
            to={only === 'all' ? home : `${home}?only=${only}`}
            aria-current={page.only === only ? 'true' : undefined}
          >
            {t(`code.only.${only}`, { n: number(count) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The text that is read and its neighbours. */
export function TextList({ page, home }: { page: CodingPage; home: string }) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const { list, place, progress, only } = page;
  return (
    <nav aria-label={t('code.texts')} className="coding-list">
      <p>{t('code.progress', { coded: number(progress.coded), total: number(progress.total) })}</p>
      <Views page={page} home={home} />
      <p className="muted">{t('code.place', { n: number(place.number), of: number(place.of) })}</p>
      <ul>
        {list.map(({ id, text, language, isCoded, isWithoutContent, isCurrent }) => (
          <li key={id}>
            <Link to={textAddress(home, id, only)} aria-current={isCurrent ? 'true' : undefined}>
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
