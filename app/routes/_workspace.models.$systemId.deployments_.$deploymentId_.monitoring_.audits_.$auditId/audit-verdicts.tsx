import { useTranslation } from 'react-i18next';
import { GroupTable } from '../../components/monitoring/group-table.tsx';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { useLocal } from '../../components/use-local.ts';
import { addDays } from '../../days.ts';
import type { AuditPage } from '../../services/fairness/get-audits.server.ts';

type Page = Pick<AuditPage, 'audit' | 'asOf' | 'verdicts' | 'openedBy'>;

/** What was counted of a dimension: from when until when, and of which version. */
function Counted({ from, to, versions = [] }: Page['verdicts'][number]) {
  const { t } = useTranslation('fairness');
  const { date, listOf } = useLocal();
  if (from === '') return null;
  const period = { from: date(from), to: date(addDays(to, -1)) };
  return (
    <p>
      {t('counted', period)}{' '}
      {versions.length === 1 ? t('countedVersion', { version: versions[0] }) : null}
      {versions.length > 1 ? t('countedTogether', { versions: listOf(versions) }) : null}
    </p>
  );
}

/** The verdicts once they were opened, each with what it was counted of. */
export function AuditVerdicts({ page }: { page: Page }) {
  const { t } = useTranslation(['fairness', 'monitoring']);
  const { date } = useLocal();
  const words = useMetricWords();
  const { audit, asOf, verdicts, openedBy } = page;
  if (asOf === null) return null;
  const day = date(asOf);
  return (
    <section className="stack" aria-labelledby="verdicts">
      <h2 id="verdicts">{t('fairness:verdicts')}</h2>
      <p className="muted">
        {openedBy === null
          ? t('fairness:verdictsThen', { day })
          : t('fairness:verdictsOpened', { day, name: openedBy })}{' '}
        {audit.periodFrom === null ? null : t('fairness:wholePeriods')}{' '}
        {audit.version === null ? null : t('fairness:otherVersions')}
      </p>
      {verdicts.map((found, place) => {
        const { dimension, rows } = found;
        const { reference = '', margin = 0 } = audit.groups[place] ?? {};
        const name = words.group(dimension);
        const against =
          reference === ''
            ? t('monitoring:group.everybodyElse')
            : words.inDimension(dimension, reference);
        const isOfSpan = audit.periodFrom !== null;
        const group = { dimension, name, against, margin, rows, waiting: '', isOfSpan };
        return (
          <div className="stack" key={dimension}>
            <Counted {...found} />
            <GroupTable group={group} />
          </div>
        );
      })}
      <p>{t('fairness:cannotAll')}</p>
    </section>
  );
}
