import { useTranslation } from 'react-i18next';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { useLocal } from '../../components/use-local.ts';
import { fewestShown } from '../../services/monitoring/series.ts';
import type { SilentPage } from '../../services/monitoring/get-silent.server.ts';

/** How the table is to be read, what is not counted yet, and of which versions it tells. */
export function CountedNotes({ findings }: Pick<SilentPage, 'findings'>) {
  const { t } = useTranslation('gates');
  const { listOf } = useLocal();
  const { name } = useMetricWords();
  const versions = [...new Set(findings.flatMap((finding) => finding.versions))];
  const behind = findings.filter(({ isBehind }) => isBehind).map(({ found }) => name(found));
  return (
    <>
      <p className="muted">{t('silent.howRead')}</p>
      <p className="muted">{t('silent.notMeaning')}</p>
      {versions.length > 1 ? (
        <p className="muted">{t('silent.versions', { versions: listOf(versions) })}</p>
      ) : null}
      {behind.length === 0 ? null : (
        <p className="muted">
          {t('silent.behind', { metrics: listOf([...new Set(behind)]), count: fewestShown })}
        </p>
      )}
    </>
  );
}
