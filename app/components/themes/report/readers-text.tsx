import { useTranslation } from 'react-i18next';
import { useLocal } from '../../use-local.ts';
import { levelOfAgreement } from '../../../services/themes/agreement-of.ts';
import type { AgreementOnTheme } from '../../../services/themes/report-content.ts';

/** How steady a theme is between two readers, in words and as a number. */
export function ReadersText({ readers }: { readers: AgreementOnTheme }) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const { texts, agreement } = readers;
  if (texts === null || agreement === null) {
    return <p className="muted">{t('report.readersUnknown')}</p>;
  }
  return (
    <p className="muted">
      {t(`report.readers.${levelOfAgreement(agreement)}`, {
        ...{ agreement: number(Math.round(100 * agreement) / 100), texts: number(texts) },
      })}
    </p>
  );
}
