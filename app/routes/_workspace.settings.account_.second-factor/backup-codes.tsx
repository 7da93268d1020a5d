import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';

export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation('settings');
  return (
    <section className="stack" aria-labelledby="codes">
      <h2 id="codes">{t('secondFactor.codes')}</h2>
      <Notice tone="concern">{t('secondFactor.codesHint')}</Notice>
      <ul className="code-list">
        {codes.map((code) => (
          <li key={code}>
            <code translate="no" dir="ltr">
              {code}
            </code>
          </li>
        ))}
      </ul>
    </section>
  );
}
