import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { RecordForm } from '../../components/models/record-form.tsx';
import type { FormField } from '../../components/models/record-field.tsx';
import { optionsOf } from '../../components/models/use-register-words.ts';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { useLocal } from '../../components/use-local.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import { findMetric, packsFor } from '../../services/monitoring/metrics.ts';
import type { PlannedMetric } from '../../services/monitoring/internal.server.ts';
import {
  alertRuleNames,
  alertTiers,
  cadences,
  directions,
  plannedAlerts,
  plannedCharts,
} from '../../services/monitoring/plan-words.ts';

export type Reply = { result: SubmissionResult; refusal: ErrorBody | undefined } | undefined;

interface MetricFormProps {
  metric: PlannedMetric | null;
  category: Parameters<typeof packsFor>[0];
  revision: number;
  reply: Reply;
}

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** What the form begins with: the metric as it is planned, or what is usual. */
function valuesOf(metric: PlannedMetric | null): Record<string, string> {
  if (!metric) {
    return { cadence: 'month', tier: 'board', direction: 'neutral', chart: 'automatic' };
  }
  const [rule] = metric.alertRules;
  const isKnown = findMetric(metric.metric) !== undefined;
  return {
    ...{ metric: isKnown ? metric.metric : 'other', otherMetric: isKnown ? '' : metric.metric },
    ...{ part: metric.part, cohort: metric.cohort, cohortWords: metric.cohortWords },
    ...{ cadence: metric.cadence, owner: metric.owner, tier: metric.tier, chart: metric.chart },
    ...{ direction: metric.direction, target: text(metric.target), rule: text(rule?.rule) },
    ...{ oddsRatio: text(rule?.['oddsRatio']), limit: text(rule?.['limit']) },
    ...{ risk: text(rule?.['risk']), falseAlarmsAYear: text(metric.falseAlarmsAYear) },
    ...Object.fromEntries(
      metric.actions.flatMap(({ alert, action, withinDays }) => [
        [`action-${alert}`, action],
        [`days-${alert}`, String(withinDays)],
      ]),
    ),
  };
}

/** One metric of a plan: what, who, how often, on which chart, and what is done about an alert. */
export function MetricForm({ metric, category, revision, reply }: MetricFormProps) {
  const { t } = useTranslation('monitoring');
  const words = useMetricWords();
  const { listOf } = useLocal();
  const metrics = packsFor(category).flatMap((pack) => pack.metrics.map(({ code }) => code));
  const actions = plannedAlerts.flatMap((alert): FormField[] => {
    const kind = t(`alertKind.${alert}`);
    return [
      { as: 'line', name: `action-${alert}`, label: t('field.action', { alert: kind }) },
      { as: 'number', name: `days-${alert}`, label: t('field.days', { alert: kind }) },
    ];
  });
  const isOwn = reply?.result.initialValue?.['intent'] === 'save';
  const values = valuesOf(metric);
  const chosen = isOwn ? reply.result.initialValue : values;
  const parts = findMetric(
    text(chosen?.[chosen['metric'] === 'other' ? 'otherMetric' : 'metric']),
  )?.parts;
  return (
    <section className="card">
      <RecordForm
        id="metric"
        values={values}
        revision={revision}
        result={isOwn ? reply.result : null}
        refusal={reply?.refusal}
        hidden={{ intent: 'save' }}
        submit={t('plan.addMetric')}
        fields={[
          {
            ...{ as: 'select', name: 'metric', label: t('field.metric') },
            hint: metric ? words.hint(metric.metric) : undefined,
            options: [
              ...optionsOf(metrics, words.nameOf, '–'),
              { value: 'other', label: t('field.other') },
            ],
          },
          { as: 'line', name: 'otherMetric', label: t('field.otherMetric'), dir: 'ltr' },
          {
            ...{ as: 'line', name: 'part', label: t('field.part'), dir: 'ltr' },
            hint: parts ? t('field.parts', { codes: listOf(parts.codes) }) : t('field.partHint'),
          },
          { as: 'line', name: 'cohort', label: t('field.cohort'), dir: 'ltr' },
          { as: 'text', name: 'cohortWords', label: t('metric.cohort'), rows: 2 },
          {
            ...{ as: 'select', name: 'cadence', label: t('field.cadence') },
            options: optionsOf(cadences, (each) => t(`cadence.${each}`)),
          },
          { as: 'line', name: 'owner', label: t('metric.owner') },
          {
            ...{ as: 'select', name: 'tier', label: t('field.tier') },
            options: optionsOf(alertTiers, (each) => t(`tier.${each}`)),
          },
          {
            ...{ as: 'select', name: 'direction', label: t('field.direction') },
            options: optionsOf(directions, (each) => t(`direction.${each}`)),
          },
          { as: 'number', name: 'target', label: t('field.target') },
          {
            ...{ as: 'select', name: 'chart', label: t('field.chart') },
            options: optionsOf(plannedCharts, (each) => t(`chartKind.${each}`)),
          },
          {
            ...{ as: 'select', name: 'rule', label: t('field.rule') },
            options: optionsOf(alertRuleNames, (each) => t(`ruleSet.${each}`)),
          },
          { as: 'number', name: 'oddsRatio', label: t('field.oddsRatio') },
          { as: 'number', name: 'limit', label: t('field.limit') },
          { as: 'number', name: 'risk', label: t('field.risk') },
          { as: 'number', name: 'falseAlarmsAYear', label: t('field.falseAlarms') },
          ...actions,
        ]}
      />
    </section>
  );
}
