import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { AuditStateTag } from '../../components/monitoring/audit-state-tag.tsx';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { useLocal } from '../../components/use-local.ts';
import { addDays } from '../../days.ts';
import type { AuditPage } from '../../services/fairness/get-audits.server.ts';

type Page = Pick<AuditPage, 'origins' | 'audit' | 'state' | 'plannedBy' | 'supersedes'>;

/** Of which periods it is to conclude, and of which version. */
function usePeriodWords({ periodFrom, periodTo, version, poolingReason }: Page['audit']) {
  const { t } = useTranslation('fairness');
  const { date } = useLocal();
  if (periodFrom === null) return { period: t('allPeriods'), version: t('allVersions') };
  const from = date(periodFrom);
  return {
    period:
      periodTo === null
        ? t('periodFrom', { from })
        : t('period', { from, to: date(addDays(periodTo, -1)) }),
    version: version ?? t('versionsTogetherFor', { reason: poolingReason }),
  };
}

/** What was asked before anybody looked, and by when. */
export function AuditQuestion({ page }: { page: Page }) {
  const { t } = useTranslation('fairness');
  const { number, date } = useLocal();
  const words = useMetricWords();
  const { audit, origins, state, plannedBy, supersedes } = page;
  const asked = usePeriodWords(audit);
  const groups = audit.groups.map((group) => ({ ...group, id: group.dimension }));
  return (
    <section className="card stack" aria-labelledby="question">
      <div className="card-head">
        <h2 id="question">{t('question')}</h2>
        <AuditStateTag state={state} />
      </div>
      <p className="as-written" dir="auto">
        {audit.purpose}
      </p>
      <Definitions
        items={[
          { term: t('metric'), value: words.name(audit) },
          {
            term: t('groups'),
            value: (
              <words.Groups
                subgroups={groups}
                origins={origins}
                isOfSpan={audit.periodFrom !== null}
              />
            ),
          },
          { term: t('periodHeading'), value: asked.period },
          { term: t('version'), value: <bdi>{asked.version}</bdi> },
          { term: t('fromPlan'), value: t('planOf', { number: number(audit.planNumber) }) },
          {
            term: t('plannedBy'),
            value: t('byOn', { name: plannedBy ?? '–', day: date(audit.createdAt) }),
          },
          { term: t('due'), value: date(audit.dueOn) },
          ...(supersedes === null
            ? []
            : [
                {
                  term: t('supersedes'),
                  value: t('supersedesNumber', {
                    ...{ number: number(supersedes), reason: audit.supersedesReason },
                  }),
                },
              ]),
        ]}
      />
    </section>
  );
}
