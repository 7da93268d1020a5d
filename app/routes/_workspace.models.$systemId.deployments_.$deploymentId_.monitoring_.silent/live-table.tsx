import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useCriterionWords } from '../../components/models/use-criterion-words.ts';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { Tag } from '../../components/tag.tsx';
import type { SilentPage } from '../../services/monitoring/get-silent.server.ts';

type Finding = SilentPage['findings'][number];
type Comparison = NonNullable<Finding['comparison']>;

/** Whether use differs from the silent mode, in words; only a difference that chance hardly makes is one. */
function Verdict({ difference }: Comparison) {
  const { t } = useTranslation('gates');
  if (difference === null) return <Tag tone="unknown" text={t('live.notCompared')} />;
  if (!difference.differs) return <Tag tone="unknown" text={t('live.notShown')} />;
  return <Tag tone="concern" text={t(difference.difference > 0 ? 'live.higher' : 'live.lower')} />;
}

/** The silent mode beside use, metric by metric; nothing before there is use. */
export function LiveTable({ findings }: Pick<SilentPage, 'findings'>) {
  const { t } = useTranslation('gates');
  const { name } = useMetricWords();
  const { valueText, differenceText } = useCriterionWords();
  const once = findings.filter(
    ({ found }, place) =>
      findings.findIndex(({ found: other }) => name(other) === name(found)) === place,
  );
  const compared = once.flatMap(({ found, comparison }) =>
    comparison === null ? [] : [{ found, comparison }],
  );
  if (compared.length === 0) return <p className="muted">{t('live.none')}</p>;
  return (
    <section className="card stack" aria-labelledby="live-caption">
      <DataTable
        id="live"
        caption={t('live.title')}
        columns={[
          { key: 'metric', label: t('criterion.metric') },
          { key: 'silent', label: t('live.silent') },
          { key: 'live', label: t('live.live') },
          { key: 'difference', label: t('live.difference') },
          { key: 'verdict', label: t('live.verdict') },
        ]}
        rows={compared.map(({ found, comparison }) => {
          const { silent, live, difference } = comparison;
          return {
            key: name(found),
            cells: {
              metric: <bdi>{name(found)}</bdi>,
              silent: valueText(found.data, silent),
              live: valueText(found.data, live),
              difference:
                difference === null
                  ? '–'
                  : differenceText(found.data, difference.difference, difference.interval),
              verdict: <Verdict {...comparison} />,
            },
          };
        })}
      />
      <p className="muted">{t('live.notMeaning')}</p>
    </section>
  );
}
