import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TokenField } from '../../components/token-field.tsx';

interface ConfirmEndProps {
  keep: readonly string[];
  consentVersionId: string;
}

/** Before everything that somebody said is taken back. */
export function ConfirmEnd({ keep, consentVersionId }: ConfirmEndProps) {
  const { t } = useTranslation('panel');
  return (
    <>
      <h1>{t('consent.confirmTitle')}</h1>
      <p>{t('consent.confirmAll')}</p>
      <ul>
        <li>{t('withdraw.reports')}</li>
        <li>{t('withdraw.printed')}</li>
        <li>{t('withdraw.forGood')}</li>
      </ul>
      <form method="post" action="/panel/me/consents">
        <TokenField />
        <input type="hidden" name="consentVersionId" value={consentVersionId} />
        <input type="hidden" name="confirmed" value="yes" />
        {keep.map((purpose) => (
          <input key={purpose} type="hidden" name="consents" value={purpose} />
        ))}
        <div className="actions">
          <Button tone="danger">{t('consent.confirm')}</Button>
          <a href="/panel/me/consents">{t('withdraw.keep')}</a>
        </div>
      </form>
    </>
  );
}
