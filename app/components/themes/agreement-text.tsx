import { useTranslation } from 'react-i18next';
import { levelOfAgreement, type Agreement } from '../../services/themes/agreement-of.ts';
import { useLocal } from '../use-local.ts';

/** How far two readers agree, with its interval, and how to read it. */
export function AgreementText({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const { texts, alpha, low, high } = agreement;
  const two = (value: number) => number(Math.round(100 * value) / 100);
  if (texts === 0) return <p>{t('agreement.none')}</p>;
  const values = { n: number(texts) };
  if (alpha === null) return <p>{t('agreement.undetermined', values)}</p>;
  return (
    <p>
      {t('agreement.alpha', { ...values, alpha: two(alpha) })}{' '}
      {low === null || high === null
        ? null
        : `${t('agreement.interval', { low: two(low), high: two(high) })} `}
      {t(`agreement.${levelOfAgreement(alpha)}`)}
    </p>
  );
}
