import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import { useShownCount } from '../../components/use-shown-count.ts';
import type { WrittenWords as Words } from '../../services/results/get-written-words.server.ts';

/** What people wrote in their own words: how many of them, and the way to where it is read. */
export function WrittenWords({ words }: { words: readonly Words[] }) {
  const { t } = useTranslation('results');
  const { text } = useLocal();
  const shown = useShownCount();
  if (words.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="written-words">
      <h2 id="written-words">{t('written.title')}</h2>
      <p className="muted">{t('written.text')}</p>
      <ul>
        {words.map(({ title, wave, texts, href }) => (
          <li key={`${wave} ${text(title)}`}>
            {href === null ? text(title) : <Link to={href}>{text(title)}</Link>}
            <br />
            <span className="muted">{t('written.count', { wave, texts: shown(texts) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
