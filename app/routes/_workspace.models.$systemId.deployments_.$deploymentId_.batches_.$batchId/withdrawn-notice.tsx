import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getBatch } from '../../services/intake/get-batch.server.ts';

type Withdrawal = NonNullable<Awaited<ReturnType<typeof getBatch>>['batch']['withdrawal']>;

/** That the batch counts no longer: who took it back, when and why, and what stands instead. */
export function WithdrawnNotice({ withdrawal }: { withdrawal: Withdrawal }) {
  const { t } = useTranslation('intake');
  const { date, number } = useLocal();
  const { by, withdrawnAt, reason, withdrawn, restored, replacedBefore } = withdrawal;
  const day = date(withdrawnAt);
  return (
    <Notice tone="alert">
      <p>{by === null ? t('withdraw.byProgram', { day }) : t('withdraw.by', { by, day })}</p>
      <p>{t('withdraw.because', { reason })}</p>
      <p>{t('withdraw.did', { withdrawn: number(withdrawn), restored: number(restored) })}</p>
      {replacedBefore === 0 ? null : <p>{t('withdraw.leftThen', { n: number(replacedBefore) })}</p>}
    </Notice>
  );
}
