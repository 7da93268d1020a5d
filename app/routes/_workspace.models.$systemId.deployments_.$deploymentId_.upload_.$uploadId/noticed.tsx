import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { DryRun } from '../../services/intake/get-upload.server.ts';

type Run = Extract<DryRun, { ok: true }>;

/** As many periods as anybody reads in sentences. */
const mostSaid = 10;

/** What is stored nevertheless, and should be known before: periods the plan does not have, names nobody knows. */
export function Noticed({ run: { offCadence, unwatched } }: { run: Run }) {
  const { t } = useTranslation(['intake', 'monitoring']);
  const { date, number, listOf } = useLocal();
  if (offCadence.length + unwatched.length === 0) return null;
  return (
    <Notice tone="concern">
      {unwatched.length === 0 ? null : (
        <p>{t('intake:dryRun.unwatched', { names: listOf(unwatched) })}</p>
      )}
      {offCadence.slice(0, mostSaid).map(({ metric, cadence, start, end }) => (
        <p key={`${metric} ${start} ${end}`}>
          {t('intake:dryRun.offCadence', {
            ...{ metric, cadence: t(`monitoring:cadence.${cadence}`) },
            ...{ from: date(start), to: date(end) },
          })}
        </p>
      ))}
      {offCadence.length > mostSaid ? (
        <p>{t('intake:dryRun.offCadenceMore', { n: number(offCadence.length - mostSaid) })}</p>
      ) : null}
    </Notice>
  );
}
