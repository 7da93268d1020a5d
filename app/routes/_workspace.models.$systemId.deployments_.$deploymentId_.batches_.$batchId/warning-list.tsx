import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import type { getBatch } from '../../services/intake/get-batch.server.ts';

type Warnings = Awaited<ReturnType<typeof getBatch>>['batch']['warnings'];

/** What was noticed and stored nevertheless. */
export function WarningList({ warnings }: { warnings: Warnings }) {
  const { t } = useTranslation('intake');
  const { number, listOf } = useLocal();
  const partial = warnings.filter(({ code }) => code === 'runs-part-of-period');
  const unknown = warnings.filter(({ code }) => code === 'metric-not-recognised');
  const reset = warnings.filter(({ code }) => code === 'counter-reset');
  const namesOf = (own: typeof warnings) =>
    listOf(own.map(({ detail }) => String(detail?.['metric'] ?? '')));
  if (partial.length + unknown.length + reset.length === 0) return null;
  return (
    <section className="card" aria-labelledby="warnings-title">
      <h2 id="warnings-title">{t('warnings.title')}</h2>
      <ul>
        {partial.length === 0 ? null : (
          <li>
            {t('warnings.partial', {
              records: listOf(partial.map(({ record = 0 }) => number(record + 1))),
            })}
          </li>
        )}
        {unknown.length === 0 ? null : (
          <li>{t('warnings.unknown', { names: namesOf(unknown) })}</li>
        )}
        {reset.length === 0 ? null : <li>{t('warnings.reset', { names: namesOf(reset) })}</li>}
      </ul>
    </section>
  );
}
