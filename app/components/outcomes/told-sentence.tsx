import { useTranslation } from 'react-i18next';
import { tellWithinDays } from '../../services/outcomes/tell-within-days.ts';
import type { ToldInTime } from '../../services/outcomes/told-in-time.server.ts';
import { useLocal } from '../use-local.ts';

/** The number by which a panel is to be judged: who was told in time of what came of their words. */
export function ToldSentence({ told, minimum }: { told: ToldInTime; minimum: number }) {
  const { t } = useTranslation('outcomes');
  const { number } = useLocal();
  if (!told.shown) {
    return told.reason === 'none' ? (
      <p>{t('told.none')}</p>
    ) : (
      <p>{t('told.few', { minimum: number(minimum) })}</p>
    );
  }
  return (
    <>
      {told.of === 0 ? null : (
        <p className="headline">
          <strong>{t('told.count', { told: number(told.told), of: number(told.of) })}</strong>{' '}
          {t('told.meaning', { days: number(tellWithinDays) })}
        </p>
      )}
      {told.pending > 0 ? <p>{t('told.pending', { n: number(told.pending) })}</p> : null}
    </>
  );
}
