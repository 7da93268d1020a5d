import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { factSentence } from '../../services/outcomes/fact-sentence.ts';
import { ratingSentence } from '../../services/outcomes/rating-sentence.ts';
import type { ReportedItem } from '../../services/outcomes/report-content.ts';
import { useLocal } from '../use-local.ts';

/** What the records say to an item, each with the page that shows it, or that they say nothing. */
export function ItemRecords({ panelId, item }: { panelId: string; item: ReportedItem }) {
  const { t } = useTranslation('outcomes');
  const { language } = useLocal();
  const { facts, ratings } = item;
  if (facts.length === 0 && ratings.length === 0) {
    return <p className="muted">{t('report.noRecord')}</p>;
  }
  return (
    <ul>
      {facts.map((fact) => {
        const sentence = factSentence(t, language, fact);
        const { page } = fact;
        return (
          <li key={`${fact.key} ${sentence}`}>
            <Link to={page.startsWith('/') ? page : `/panels/${panelId}/${page}`}>{sentence}</Link>
          </li>
        );
      })}
      {ratings.map((rating) => (
        <li key={`rating ${JSON.stringify(rating.round)}`}>
          {ratingSentence(t, language, rating)}
        </li>
      ))}
    </ul>
  );
}
