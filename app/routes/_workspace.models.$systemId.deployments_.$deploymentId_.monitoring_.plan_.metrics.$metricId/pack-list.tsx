import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { packsFor } from '../../services/monitoring/metrics.ts';

/** What each metric of the packs counts, that of the system's own kind first. */
export function PackList({ category }: { category: Parameters<typeof packsFor>[0] }) {
  const { t } = useTranslation(['monitoring', 'metrics']);
  const words = useMetricWords();
  return (
    <details className="card">
      <summary>{t('monitoring:plan.packs')}</summary>
      {packsFor(category).map(({ kind, metrics }) => (
        <section key={kind} aria-labelledby={`pack-${kind}`}>
          <h2 id={`pack-${kind}`}>{t(`metrics:pack.${kind}`)}</h2>
          <Definitions
            items={metrics.map(({ code }) => ({
              term: words.nameOf(code),
              value: words.definition(code) ?? '',
            }))}
          />
        </section>
      ))}
    </details>
  );
}
