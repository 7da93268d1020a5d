import { useTranslation } from 'react-i18next';
import type { noticedIn } from '../../services/intake/noticed-in.ts';
import { useLocal } from '../use-local.ts';

type Warnings = Parameters<typeof noticedIn>[0];

/** As many records as anybody looks up by their number. */
const mostNumbered = 20;

/** What a reader of files and the register noticed, in a list; the rest is said above by `Noticed`. */
export function WarningList({ warnings }: { warnings: Warnings }) {
  const { t } = useTranslation('intake');
  const { number, listOf } = useLocal();
  const partial = warnings
    .filter(({ code }) => code === 'runs-part-of-period')
    .slice(0, mostNumbered);
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
