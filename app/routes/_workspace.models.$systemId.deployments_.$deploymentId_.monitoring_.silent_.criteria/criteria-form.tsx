import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { RecordForm } from '../../components/models/record-form.tsx';
import type { FormField } from '../../components/models/record-field.tsx';
import { optionsOf } from '../../components/models/use-register-words.ts';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { useLocal } from '../../components/use-local.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import { criterionBounds, isJudged, rowOf } from '../../services/monitoring/exit-plan-schema.ts';
import type { getExitPlanForm } from '../../services/monitoring/get-silent.server.ts';
import { findMetric, packsFor } from '../../services/monitoring/metrics.ts';

type Page = Awaited<ReturnType<typeof getExitPlanForm>>;

interface CriteriaFormProps {
  category: Parameters<typeof packsFor>[0];
  plan: Page['plan'];
  planned: Page['planned'];
  reply: { result: SubmissionResult | null; refusal: ErrorBody | undefined } | undefined;
}

/** What the form begins with: the criteria that stand, or a row for each metric of the plan. */
function rowsOf({ plan, planned }: Pick<CriteriaFormProps, 'plan' | 'planned'>) {
  if (plan !== null) return plan.criteria.map(rowOf);
  const rows = planned
    .filter(({ metric }) => isJudged(metric))
    .map(({ metric, part, cohort }) => {
      const known = findMetric(metric);
      return {
        ...{ metric: known ? metric : 'other', otherMetric: known ? '' : metric, part, cohort },
        bound: known?.direction === 'down' ? 'at-most' : 'at-least',
      };
    });
  return rows.length === 0 ? [{}] : rows;
}

/** Everything that must hold before the silent mode is left, in one form. */
export function CriteriaForm({ category, plan, planned, reply }: CriteriaFormProps) {
  const { t } = useTranslation(['gates', 'monitoring']);
  const { number } = useLocal();
  const words = useMetricWords();
  const known = packsFor(category).flatMap(({ metrics }) => metrics.map(({ code }) => code));
  const row: FormField[] = [
    {
      ...{ as: 'select', name: 'metric', label: t('gates:criterion.metric') },
      options: [
        ...optionsOf(known.filter(isJudged), words.nameOf, '–'),
        { value: 'other', label: t('monitoring:field.other') },
      ],
    },
    { as: 'line', name: 'otherMetric', label: t('monitoring:field.otherMetric'), dir: 'ltr' },
    { as: 'line', name: 'part', label: t('monitoring:field.part'), dir: 'ltr' },
    { as: 'line', name: 'cohort', label: t('monitoring:field.cohort'), dir: 'ltr' },
    {
      ...{ as: 'select', name: 'bound', label: t('gates:criterion.boundKind') },
      options: optionsOf(criterionBounds, (bound) => t(`gates:boundKind.${bound}`)),
    },
    {
      ...{ as: 'number', name: 'limit', label: t('gates:criterion.limit') },
      hint: t('gates:criterion.limitHint'),
    },
    {
      ...{ as: 'number', name: 'fewest', label: t('gates:criterion.fewest') },
      hint: t('gates:criterion.fewestHint'),
    },
  ];
  return (
    <section className="card">
      <RecordForm
        id="criteria"
        revision={plan?.number ?? 0}
        refusal={reply?.refusal}
        values={{
          minimumDays: plan === null ? '' : String(plan.minimumDays),
          criteria: rowsOf({ plan, planned }),
        }}
        result={reply?.result ?? null}
        submit={t('gates:silent.save')}
        fields={[
          {
            ...{ as: 'number', name: 'minimumDays', label: t('gates:silent.minimumDays') },
            hint: t('gates:silent.minimumDaysHint'),
          },
          {
            ...{ as: 'text', name: 'reason', label: t('gates:silent.reason') },
            hint: t('gates:silent.reasonHint'),
          },
          {
            ...{ as: 'rows', name: 'criteria', label: t('gates:silent.found') },
            legend: (which) => t('gates:criterion.one', { number: number(which) }),
            hint: t('gates:criterion.rowsHint'),
            add: t('gates:criterion.add'),
            fields: row,
          },
        ]}
      />
    </section>
  );
}
