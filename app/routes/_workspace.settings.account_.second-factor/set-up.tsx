import { useTranslation } from 'react-i18next';
import { CopyValue } from '../../components/copy-value.tsx';
import type { SecondFactorSetUp } from '../../services/sign-in/second-factor.server.ts';
import { BackupCodes } from './backup-codes.tsx';

export function SetUp({ setUp }: { setUp: SecondFactorSetUp }) {
  const { t } = useTranslation('settings');
  return (
    <div className="grid">
      <section className="stack" aria-labelledby="scan">
        <h2 id="scan">{t('secondFactor.scan')}</h2>
        <p className="hint">{t('secondFactor.scanHint')}</p>
        <img
          src={`data:image/svg+xml,${encodeURIComponent(setUp.picture)}`}
          alt={t('secondFactor.picture')}
          width="220"
          height="220"
        />
        <CopyValue label={t('secondFactor.secret')} value={setUp.secret} />
      </section>
      <BackupCodes codes={setUp.backupCodes} />
    </div>
  );
}
