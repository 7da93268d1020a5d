import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import type { PanelHome } from '../../services/taking-part/get-panel-home.server.ts';

/** Themes that were made of what the person said, to be told whether they are right. */
export function ThemeChecks({ checks }: { checks: PanelHome['themes'] }) {
  const { t } = useTranslation('panel');
  const { text, date } = useLocal();
  return (
    <>
      <h2>{t('themes.home')}</h2>
      <ul className="panel-cards">
        {checks.map(({ id, title, closesOn, hasReplied }) => (
          <li key={id}>
            <p className="card-title">
              <a href={`/panel/themes/${id}`}>
                <bdi>{text(title)}</bdi>
              </a>
            </p>
            <p>
              {hasReplied || closesOn === null
                ? t('themes.replied')
                : t('themes.until', { day: date(closesOn) })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
