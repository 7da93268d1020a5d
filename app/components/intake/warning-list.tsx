import { useTranslation } from 'react-i18next';
import { noticedIn } from '../../services/intake/noticed-in.ts';
import { useLocal } from '../use-local.ts';

type Warnings = Parameters<typeof noticedIn>[0];

/** As many records as anybody looks up by their number. */
const mostNumbered = 20;

/** What a reader of files and the register noticed, in a list; the rest is said above by `Noticed`. */
export function WarningList({ warnings }: { warnings: Warnings }) {
  const { t } = useTranslation('intake');
  const { number, listOf } = useLocal();
  const { partial, unknown, reset, moreOf } = noticedIn(warnings);
  if (partial.length + unknown.length + reset.length === 0) return null;
  const numbered = partial.slice(0, mostNumbered);
  const more = partial.length - numbered.length + moreOf('runs-part-of-period');
  return (
    <section className="card" aria-labelledby="warnings-title">
      <h2 id="warnings-title">{t('warnings.title')}</h2>
      <ul>
        {partial.length === 0 ? null : (
          <li>
            {t('warnings.partial', {
              records: listOf(numbered.map(number)),
            })}
            {more > 0 ? ` ${t('warnings.partialMore', { n: number(more) })}` : null}
          </li>
        )}
        {unknown.length === 0 ? null : <li>{t('warnings.unknown', { names: listOf(unknown) })}</li>}
        {reset.length === 0 ? null : <li>{t('warnings.reset', { names: listOf(reset) })}</li>}
      </ul>
    </section>
  );
}
