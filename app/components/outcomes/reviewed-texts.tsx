import { useTranslation } from 'react-i18next';
import type { ReviewedText } from '../../services/panel-jobs/list-public-reviews.server.ts';
import { ReviewedMark } from '../reviewed-mark.tsx';

/** Texts for the public that people of the panel have read; nothing where there are none. */
export function ReviewedTexts({ reviews }: { reviews: readonly ReviewedText[] }) {
  const { t } = useTranslation('jobs');
  if (reviews.length === 0) return null;
  return (
    <>
      <h2>{t('review.list')}</h2>
      <ul>
        {reviews.map(({ id, slug, name, publishedOn }) => (
          <li key={id}>
            <a href={`/outcomes/${slug}/reviews/${id}`}>
              <bdi>{name}</bdi>
            </a>{' '}
            <ReviewedMark on={publishedOn} />
          </li>
        ))}
      </ul>
    </>
  );
}
