import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { ClausesPage } from '../../services/register/clauses/get-clauses.server.ts';

interface ClauseDatesProps {
  item: ClausesPage['groups'][number]['items'][number];
  /** Where to record that it was looked up; null: the reader may not. */
  check: string | null;
}

/** From when a clause applies, and whether anybody has read that where it stands. */
export function ClauseDates({ item, check }: ClauseDatesProps) {
  const { t } = useTranslation(['clauses', 'models']);
  const { date } = useLocal();
  const { dates, check: checked } = item;
  const isProduct = dates.length > 1;
  const shown = dates.map(({ group, appliesFrom }) => {
    const day = date(appliesFrom);
    if (!isProduct) return day;
    return group === 'high-risk-products'
      ? t('clauses:product', { day })
      : t('clauses:otherUse', { day });
  });
  const isUnconfirmed =
    checked === null &&
    (item.isUnconfirmed === true || dates.some((row) => row.isUnconfirmed === true));
  const own = checked === null ? null : checked.appliesFrom;
  return (
    <div className="clause-dates">
      {checked !== null ? (
        <p>{own === null ? t('models:none') : date(own)}</p>
      ) : dates.length === 0 ? (
        <p>{t('clauses:voluntary')}</p>
      ) : (
        shown.map((text) => <p key={text}>{text}</p>)
      )}
      {isUnconfirmed ? (
        <p>
          <Tag tone="unknown" text={t('clauses:unconfirmed')} />{' '}
          <a href={dates[0]?.source ?? item.source} rel="noreferrer">
            {t('clauses:checkSource')}
          </a>
        </p>
      ) : null}
      {checked === null ? null : (
        <p className="hint">
          {t('clauses:checked', {
            ...{ day: date(checked.checkedOn), by: checked.by ?? t('models:none') },
          })}
          {': '}
          <span dir="auto">{checked.source}</span>
        </p>
      )}
      {check === null ? null : (
        <p>
          <Link to={check}>
            {t('clauses:check.link')}
            <span className="visually-hidden">: {item.label}</span>
          </Link>
        </p>
      )}
    </div>
  );
}
