import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import { DraftThemeHead, type DraftThemeProps } from './draft-card.tsx';
import { TextLinks } from './text-links.tsx';

/** So many show most of what is there. */
const first = 8;

type ByHandProps = Pick<DraftThemeProps, 'language'> & {
  themes: readonly DraftThemeProps['theme'][];
  home: string;
};

/** What another day's answers would sort otherwise: no theme, but texts to read, in the best order. */
export function ByHand({ themes, language, home }: ByHandProps) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  if (themes.length === 0) return null;
  return (
    <section className="stack" aria-labelledby={`by-hand-${language}`}>
      <h4 id={`by-hand-${language}`}>{t('draft.byHand')}</h4>
      <p className="muted">{t('draft.byHandText')}</p>
      <ul className="side-by-side plain-list">
        {themes.map((theme) => {
          const [now, later] = [
            theme.readingOrder.slice(0, first),
            theme.readingOrder.slice(first),
          ];
          return (
            <li key={theme.parts.join()} className="card stack">
              <DraftThemeHead theme={theme} language={language} />
              <TextLinks isOrdered {...{ home, language, texts: now }} />
              {later.length > 0 ? (
                <details>
                  <summary>{t('draft.readOn', { n: number(later.length) })}</summary>
                  <TextLinks {...{ home, language, texts: later }} />
                </details>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
