import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import type { CodingPage } from '../../services/themes/get-coding-page.server.ts';

type Codes = CodingPage['codes'];

function CodeCounts({ codes }: { codes: Codes }) {
  const { number } = useLocal();
  return (
    <ul>
      {codes.map(({ id, name, description, texts }) => (
        <li key={id} title={description}>
          <bdi>{name}</bdi> <span className="muted">{number(texts)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Themes with their codes and how many texts bear them, beside the text that is read. */
export function ThemeList({ page }: { page: CodingPage }) {
  const { t } = useTranslation('themes');
  const { text, number } = useLocal();
  const { codes, themes, acceptance } = page;
  const loose = codes.filter(({ themeId }) => themeId === null);
  return (
    <section aria-labelledby="themes-title" className="coding-themes">
      <h3 id="themes-title">{t('code.themes')}</h3>
      {themes.map(({ id, title }) => (
        <div key={id}>
          <h4>
            <bdi>{text(title)}</bdi>
          </h4>
          <CodeCounts codes={codes.filter(({ themeId }) => themeId === id)} />
        </div>
      ))}
      {loose.length > 0 ? (
        <div>
          <h4>{t('code.withoutTheme')}</h4>
          <CodeCounts codes={loose} />
        </div>
      ) : null}
      {acceptance.offered > 0 ? (
        <p className="muted">
          {t('acceptance', {
            ...{ taken: number(acceptance.taken), offered: number(acceptance.offered) },
            percent: number(Math.round((100 * acceptance.taken) / acceptance.offered)),
          })}
        </p>
      ) : null}
    </section>
  );
}
