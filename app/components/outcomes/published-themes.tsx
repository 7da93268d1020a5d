import { useTranslation } from 'react-i18next';
import type { ListedReport } from '../../services/themes/list-public-reports.server.ts';
import { useLocal } from '../use-local.ts';

/** Reports of what people said in a round; nothing where none stands. */
export function PublishedThemes({ reports }: { reports: readonly ListedReport[] }) {
  const { t } = useTranslation('outcomes');
  const { text, date } = useLocal();
  if (reports.length === 0) return null;
  return (
    <>
      <h2>{t('public.themes')}</h2>
      <ul>
        {reports.map(({ id, slug, title, publishedOn }) => (
          <li key={id}>
            <a href={`/outcomes/${slug}/themes/${id}`}>
              <bdi>{text(title)}</bdi>
            </a>{' '}
            <span className="muted">{date(publishedOn)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
