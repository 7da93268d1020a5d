import { z } from 'zod';
import type { AlertRule, PlannedAction } from '#db/schema/monitoring-plan.ts';
import { typedNumber } from '../typed-number.ts';
import { findMetric } from './metrics.ts';
import {
  alertRuleNames,
  alertTiers,
  cadences,
  directions,
  plannedAlerts,
  plannedCharts,
  type PlannedAlert,
} from './plan-words.ts';
import { possibleAlerts } from './possible-alerts.ts';
import { suitsMetric } from './suited-charts.ts';

const words = (most: number) => z.string().trim().max(most, 'text-long').default('');
const needed = (code: string, most = 2000) =>
  z.string({ error: code }).trim().min(1, code).max(most, 'text-long');

/** Numbers as people type them, with a comma or a point. */
export const optionalNumber = (least: number, most: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((text, context) => {
      if (text === '') return null;
      const number = typedNumber(text);
      if (Number.isFinite(number) && number >= least && number <= most) return number;
      const message = Number.isNaN(number) ? 'number-unreadable' : 'number-out-of-range';
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

export const neededNumber = (least: number, most: number) =>
  optionalNumber(least, most).transform((number, context) => {
    if (number !== null) return number;
    context.addIssue({ code: 'custom', message: 'number-missing' });
    return z.NEVER;
  });

export const planFields = {
  purpose: needed('purpose-missing', 4000),
  falseAlarmsAYear: neededNumber(0.01, 1000),
  reviewOn: z
    .union([z.literal(''), z.iso.date('date-invalid')])
    .default('')
    .transform((day) => (day === '' ? null : day)),
};

const action = Object.fromEntries(
  plannedAlerts.flatMap((alert) => [
    [`action-${alert}`, words(1000)],
    [`days-${alert}`, optionalNumber(1, 365)],
  ]),
) as Record<string, z.ZodType<string | number | null>>;

/** Fields of one metric of a plan; a select names metric of a pack, another field any other code. */
export const metricFields = {
  metric: z.string().trim().default(''),
  otherMetric: words(80),
  part: words(80),
  cohort: words(60),
  cohortWords: needed('cohort-missing', 1000),
  cadence: z.enum(cadences),
  owner: needed('owner-missing', 200),
  tier: z.enum(alertTiers),
  direction: z.enum(directions),
  target: optionalNumber(-1e9, 1e9),
  chart: z.enum(plannedCharts),
  rule: z.enum(alertRuleNames).default('board-alert'),
  oddsRatio: optionalNumber(0.05, 20),
  limit: optionalNumber(0.1, 1000),
  risk: optionalNumber(0.00001, 0.99),
  falseAlarmsAYear: optionalNumber(0.001, 1000),
  ...action,
};

const metricForm = z.object(metricFields);
export type MetricForm = z.output<typeof metricForm>;

/** Rules as they are stored: a set of rules of a figure, or the design of a sum. */
function rulesOf({ chart, rule, oddsRatio, limit, risk }: MetricForm): AlertRule[] {
  if (chart === 'risk-adjusted-cusum') {
    const design = { oddsRatio: oddsRatio ?? 2, limit: limit ?? 4.5 };
    return [{ rule: 'risk-adjusted', ...design, ...(risk === null ? {} : { risk }) }];
  }
  if (chart === 'cusum' || chart === 'ewma')
    return limit === null ? [] : [{ rule: 'limit', limit }];
  return [{ rule }];
}

function actionsOf(form: Partial<MetricForm>): PlannedAction[] {
  const values = form as Record<string, unknown>;
  return plannedAlerts.flatMap((alert): PlannedAction[] => {
    const [text, days] = [values[`action-${alert}`], values[`days-${alert}`]];
    if (typeof text !== 'string' || text === '') return [];
    return [{ alert, action: text, withinDays: typeof days === 'number' ? days : 14 }];
  });
}

const codeOf = ({ metric = '', otherMetric = '' }: Partial<MetricForm>) =>
  metric === 'other' ? otherMetric : metric;

/** What the form says, as a plan keeps it. */
export function metricOf(form: MetricForm) {
  const { part, cohort, cohortWords, cadence, owner, tier, direction, target, chart } = form;
  const metric = codeOf(form);
  return {
    ...{ metric, part, cohort, cohortWords, cadence, owner, tier, direction, target, chart },
    alertRules: rulesOf(form),
    actions: actionsOf(form),
    falseAlarmsAYear: form.falseAlarmsAYear,
  };
}

/** Looked at whatever else is wrong, so that all of it is said at once. */
const always = { when: () => true };

/** Whether an alert of this kind either cannot come or has its action. */
const hasAction = (form: Partial<MetricForm>, alert: PlannedAlert) =>
  !possibleAlerts(form.metric ?? '', form.tier, false).includes(alert) ||
  actionsOf(form).some((one) => one.alert === alert);

const isChartSuited = (form: Partial<MetricForm>) =>
  form.chart === undefined || suitsMetric(form.chart, codeOf(form));

/** Of a metric whose cases bear one of its codes, a chart is of one code: without it no record would be found. */
function isPartSaid(form: Partial<MetricForm>): boolean {
  const parts = findMetric(codeOf(form))?.parts;
  return parts === undefined || parts.add === 'apart' || (form.part ?? '') !== '';
}

function isPartKnown(form: Partial<MetricForm>): boolean {
  const { part = '' } = form;
  return part === '' || findMetric(codeOf(form))?.parts?.codes.includes(part) !== false;
}

/** Refuses what one field alone does not show as well: a chart for other data, an alert without its action. */
export const metricSchema = plannedAlerts.reduce(
  (schema, alert) =>
    schema.refine((form) => hasAction(form, alert), {
      ...{ path: [`action-${alert}`], error: 'action-missing', ...always },
    }),
  metricForm
    .refine(({ metric }) => metric === 'other' || findMetric(metric) !== undefined, {
      ...{ path: ['metric'], error: 'metric-missing', ...always },
    })
    .refine(({ metric, otherMetric }) => metric !== 'other' || otherMetric !== '', {
      ...{ path: ['otherMetric'], error: 'metric-missing', ...always },
    })
    .refine((form) => isPartSaid(form), {
      ...{ path: ['part'], error: 'part-missing', ...always },
    })
    .refine((form) => isPartKnown(form), {
      ...{ path: ['part'], error: 'part-unknown', ...always },
    })
    .refine((form) => isChartSuited(form), {
      ...{ path: ['chart'], error: 'chart-unsuited', ...always },
    })
    .refine(({ oddsRatio }) => oddsRatio !== 1, {
      ...{ path: ['oddsRatio'], error: 'odds-ratio-one', ...always },
    }),
);

export const subgroupFields = {
  dimension: needed('dimension-missing', 60),
  reference: words(80),
  margin: neededNumber(0.0001, 0.9999),
  marginReportId: z
    .union([z.literal(''), z.uuid()])
    .default('')
    .transform((id) => (id === '' ? null : id)),
  marginReason: words(1000),
};

export const subgroupSchema = z
  .object(subgroupFields)
  .refine(({ marginReportId, marginReason }) => Boolean(marginReportId) || marginReason !== '', {
    ...{ path: ['marginReason'], error: 'margin-reason-missing', ...always },
  });
