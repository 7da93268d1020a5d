import type { ExitCriterion } from '../../schema/exit-plan.ts';
import type {
  AlertRule,
  AlertTier,
  Direction,
  PlannedAction,
  PlannedChart,
} from '../../schema/monitoring-plan.ts';
import { oversightTruths } from './monitoring-truth.ts';
import type { Dimension } from './record-rows.ts';

export type DemoMetric = {
  metric: string;
  /** Of inputs, which one. */
  part?: string;
  tier: AlertTier;
  direction: Direction;
  chart: PlannedChart;
  alertRules: AlertRule[];
  falseAlarmsAYear: number;
  /** Difference between the groups from which on it matters. */
  margin?: number;
  target?: number;
};

export type DemoPlan = {
  /** Of the demo's register, and of the generator. */
  slug: string;
  key: string;
  dimension: Dimension;
  metrics: readonly DemoMetric[];
};

/** Months from which limits and bins come. */
export const baselineMonths = 12;
/** What the demo's board accepts, of all systems together. */
export const boardFalseAlarmsAYear = 6;

const rules: AlertRule[] = [{ rule: 'board-alert' }];
const board = { tier: 'board', chart: 'automatic', alertRules: rules } as const;

const sensitivity: DemoMetric = {
  ...{ ...board, metric: 'sensitivity', direction: 'up', falseAlarmsAYear: 0.2, margin: 0.05 },
};
const override: DemoMetric = {
  ...{ ...board, metric: 'override', direction: 'neutral', falseAlarmsAYear: 0.2, margin: 0.05 },
};
const flagged: DemoMetric = {
  ...{ ...board, metric: 'flagged', direction: 'neutral', falseAlarmsAYear: 0.2 },
};
const uptime: DemoMetric = {
  ...{ ...board, metric: 'uptime', direction: 'up', falseAlarmsAYear: 0.1 },
};
const calibration: DemoMetric = {
  ...{ metric: 'calibration', tier: 'board', direction: 'neutral', chart: 'cusum' },
  ...{ alertRules: [{ rule: 'limit', limit: 5 }], falseAlarmsAYear: 0.05 },
};
const drift: DemoMetric = {
  ...{ ...board, metric: 'score-drift', direction: 'neutral', falseAlarmsAYear: 0.02 },
};
/** Looked at without alerts; its target is the least time of a review. */
const reviewTime = (key: string): DemoMetric => ({
  ...{ metric: 'review-time', tier: 'exploratory', direction: 'neutral', chart: 'xmr' },
  ...{ alertRules: rules, falseAlarmsAYear: 0.1, target: oversightTruths[key]?.leastSeconds ?? 0 },
});
const inputDrift: DemoMetric = { ...drift, metric: 'input-drift', part: 'lactate' };
const usual = [sensitivity, flagged, override, calibration, uptime];
/** Of what nobody sees. */
const unseen = [sensitivity, flagged, calibration, uptime];

/** What is watched of the six systems, one place of each. */
export const demoPlans: readonly DemoPlan[] = [
  {
    ...{ slug: 'ed-triage', key: 'emergency-triage' },
    metrics: [...usual, drift, inputDrift, reviewTime('emergency-triage')],
    dimension: { dimension: 'interpreter', group: 'yes', others: 'no' },
  },
  {
    ...{ slug: 'chest-reader', key: 'chest-x-ray', metrics: [...usual, drift] },
    dimension: { dimension: 'portable', group: 'yes', others: 'no' },
  },
  {
    // Its months are restless without harm: scores are looked at and page nobody.
    ...{ slug: 'ward-deterioration', key: 'sepsis-risk' },
    metrics: [...usual, { ...drift, tier: 'exploratory' }],
    dimension: { dimension: 'specialty', group: 'surgical', others: 'other' },
  },
  {
    ...{ slug: 'ward-scribe', key: 'ward-scribe' },
    metrics: [
      {
        ...{ metric: 'fabrications', tier: 'safety', direction: 'down' },
        ...{ chart: 'risk-adjusted-cusum', falseAlarmsAYear: 0.5 },
        alertRules: [{ rule: 'risk-adjusted', oddsRatio: 3, limit: 3, risk: 0.004 }],
      },
      ...usual,
      drift,
      reviewTime('ward-scribe'),
    ],
    dimension: { dimension: 'language', group: 'second', others: 'first' },
  },
  {
    ...{ slug: 'note-reader', key: 'note-extraction', metrics: [...usual, drift] },
    dimension: { dimension: 'age', group: 'paediatric', others: 'adult' },
  },
  {
    ...{ slug: 'wound-watch', key: 'virtual-care', metrics: [...unseen, drift] },
    dimension: { dimension: 'bandwidth', group: 'low', others: 'usual' },
  },
];

const criterion = { part: '', cohort: '' } as const;
/** Of the system that runs silently: one that is kept, one that is not, one that stays open. */
export const demoCriteria: readonly ExitCriterion[] = [
  { ...criterion, metric: 'sensitivity', bound: 'at-least', limit: 0.6, fewest: 300 },
  { ...criterion, metric: 'predictive-value', bound: 'at-least', limit: 0.5, fewest: 300 },
  { ...criterion, metric: 'flagged', bound: 'at-most', limit: 0.25, fewest: 1000 },
];

/** What the demo does about an alert. */
export const demoActions: readonly PlannedAction[] = [
  {
    alert: 'signal',
    action: 'Read twenty cases of the month with the clinical lead.',
    withinDays: 7,
  },
  {
    alert: 'subgroup-gap',
    action: 'Ask the supplier, and tell the patients’ panel.',
    withinDays: 14,
  },
  { alert: 'drift', action: 'Compare who comes now with who came before.', withinDays: 14 },
  { alert: 'nothing-sent', action: 'Ring the person who sends the numbers.', withinDays: 5 },
];
