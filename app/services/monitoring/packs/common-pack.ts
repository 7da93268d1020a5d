import type { MetricPack } from '../metric-schema.ts';

const share = {
  data: 'proportion',
  unit: 'share',
  chart: 'p-prime',
  reason: 'proportions',
} as const;
const harm = { data: 'rate', unit: 'per-thousand', chart: 'u-prime', reason: 'rates' } as const;
const measured = { data: 'continuous', chart: 'xmr', reason: 'measurements' } as const;
const monthly = { cadence: 'month' } as const;
const people = ['sex', 'age', 'interpreter', 'disability'];

const goddard = 'Goddard, Roudsari, Wyatt (2012). https://doi.org/10.1136/amiajnl-2011-000089';
const stard = 'Altman, Bland (1994). BMJ 308, 1552. https://doi.org/10.1136/bmj.308.6943.1552';
const calster = 'Van Calster and others (2019). https://doi.org/10.1186/s12916-019-1466-7';
const feng = 'Feng and others (2022). https://doi.org/10.1038/s41746-022-00611-y';
const decide = 'DECIDE-AI, Vasey and others (2022). https://doi.org/10.1038/s41591-022-01772-9';
const wright = 'Wright and others (2019). https://doi.org/10.1093/jamia/ocz033';
const conformal = 'Angelopoulos, Bates (2023). https://doi.org/10.1561/2200000101';
const drift = 'Yurdakul, Naranjo (2020). https://doi.org/10.21314/JRMV.2020.227';
const incidents = 'WHO (2020). Patient safety incident reporting and learning systems';

const outcome = { ...share, ...monthly, record: 'confusion', how: 'linked-outcome' } as const;

/** Common to all kinds of systems. */
export const commonPack: MetricPack = {
  kind: 'common',
  metrics: [
    {
      ...{ code: 'sensitivity', ...outcome, rate: 'sensitivity', direction: 'up' },
      ...{ groups: people, of: 'cases-with-condition', source: stard },
    },
    {
      ...{ code: 'false-positive-rate', ...outcome, rate: 'falsePositiveRate', direction: 'down' },
      ...{ groups: people, of: 'cases-without-condition', source: stard },
    },
    {
      ...{ code: 'predictive-value', ...outcome, rate: 'positivePredictiveValue', direction: 'up' },
      ...{ groups: people, of: 'flagged-cases', source: stard },
    },
    {
      ...{ code: 'flagged', ...share, ...monthly, direction: 'neutral', how: 'log' },
      ...{ groups: people, of: 'scored-cases', source: decide },
    },
    {
      ...{ code: 'risk-adjusted-outcome', data: 'histogram', unit: 'number', direction: 'down' },
      ...{ chart: 'risk-adjusted-cusum', reason: 'outcomes-with-risks', ...monthly },
      ...{ record: 'scores', groups: people, of: 'known-outcomes', how: 'linked-outcome' },
      source: 'Steiner and others (2000). https://doi.org/10.1093/biostatistics/1.4.441',
    },
    {
      ...{ code: 'calibration', data: 'histogram', unit: 'number', direction: 'neutral' },
      ...{ chart: 'cusum', reason: 'outcomes-with-risks', ...monthly, record: 'scores' },
      ...{ groups: people, of: 'known-outcomes', how: 'linked-outcome', source: calster },
    },
    {
      ...{ code: 'score-drift', data: 'histogram', unit: 'number', direction: 'neutral' },
      ...{ chart: 'none', reason: 'distributions', ...monthly, record: 'scores' },
      ...{ groups: [], of: 'scored-cases', how: 'log', source: drift },
    },
    {
      ...{ code: 'input-drift', data: 'histogram', unit: 'number', direction: 'neutral' },
      ...{ chart: 'none', reason: 'distributions', ...monthly, record: 'inputs' },
      ...{ groups: [], of: 'scored-cases', how: 'log', source: drift },
    },
    {
      ...{ code: 'drift-distance', ...measured, unit: 'number', ...monthly, direction: 'down' },
      ...{ groups: [], of: 'scored-cases', how: 'log', source: drift },
    },
    {
      ...{ code: 'drift-p-value', ...measured, unit: 'number', ...monthly, direction: 'up' },
      ...{ groups: [], of: 'scored-cases', how: 'log', source: feng },
    },
    {
      ...{ code: 'missing-input', ...share, ...monthly, direction: 'down', how: 'log' },
      ...{ groups: ['device'], of: 'scored-cases', source: feng },
    },
    {
      ...{ code: 'abstention', ...share, ...monthly, direction: 'neutral', how: 'log' },
      ...{ groups: people, of: 'eligible-cases', source: decide },
    },
    {
      ...{ code: 'interval-coverage', ...share, ...monthly, direction: 'neutral' },
      ...{ how: 'linked-outcome', groups: people, of: 'known-outcomes', source: conformal },
    },
    {
      ...{ code: 'adoption', ...share, ...monthly, direction: 'up', how: 'log' },
      ...{ groups: ['profession', 'shift'], of: 'eligible-cases', source: decide },
    },
    {
      ...{ code: 'active-staff', ...share, ...monthly, direction: 'up', how: 'log' },
      ...{ groups: ['profession'], of: 'licensed-staff', source: decide },
    },
    {
      ...{ code: 'override', ...share, ...monthly, direction: 'neutral', how: 'log' },
      ...{ groups: ['profession', 'shift', 'interpreter'], of: 'shown-outputs', source: decide },
    },
    {
      ...{ code: 'disagreement', ...share, ...monthly, direction: 'neutral', how: 'adjudication' },
      ...{ groups: ['profession'], of: 'shown-outputs', source: decide },
    },
    {
      ...{ code: 'disagreement-ruling', ...share, cadence: 'quarter', direction: 'neutral' },
      ...{ groups: ['profession'], of: 'disagreements', how: 'adjudication', source: decide },
      parts: { codes: ['ai-right', 'person-right', 'both-wrong', 'not-settled'], add: 'at-most' },
    },
    {
      ...{ code: 'override-reason', ...share, ...monthly, direction: 'neutral', how: 'log' },
      ...{ groups: ['profession'], of: 'overridden-outputs', source: wright },
      parts: {
        codes: [
          ...['wrong-for-patient', 'already-addressed', 'disagree-judgement', 'not-applicable'],
          ...['patient-preference', 'input-error', 'late', 'other'],
        ],
        add: 'at-most',
      },
    },
    {
      ...{ code: 'accept-when-wrong', ...share, cadence: 'quarter', direction: 'down' },
      ...{ groups: ['profession'], of: 'wrong-outputs', how: 'adjudication', source: goddard },
    },
    {
      ...{ code: 'override-when-right', ...share, cadence: 'quarter', direction: 'down' },
      ...{ groups: ['profession'], of: 'right-outputs', how: 'adjudication', source: goddard },
    },
    {
      ...{ code: 'planted-errors-passed', ...share, cadence: 'quarter', direction: 'down' },
      ...{ groups: ['profession'], of: 'planted-errors', how: 'planted', source: goddard },
    },
    {
      ...{ code: 'alert-to-action', ...measured, unit: 'minutes', ...monthly, direction: 'down' },
      ...{ groups: ['shift'], of: 'flagged-cases', how: 'timed', source: decide },
    },
    {
      ...{ code: 'review-time', ...measured, unit: 'seconds', ...monthly, direction: 'neutral' },
      ...{ groups: ['profession'], of: 'shown-outputs', how: 'timed', source: goddard },
    },
    {
      ...{ code: 'uptime', ...share, ...monthly, direction: 'up', how: 'log' },
      ...{ groups: [], of: 'scheduled-minutes', source: decide },
    },
    {
      ...{ code: 'longest-outage', ...measured, unit: 'minutes', ...monthly, direction: 'down' },
      ...{ groups: [], of: 'scheduled-minutes', how: 'log', source: decide },
    },
    {
      ...{ code: 'latency', ...measured, unit: 'seconds', ...monthly, direction: 'down' },
      ...{ groups: [], of: 'scored-cases', how: 'log', source: decide },
    },
    {
      ...{ code: 'fallback-use', ...share, ...monthly, direction: 'down', how: 'log' },
      ...{ groups: ['shift'], of: 'eligible-cases', source: decide },
    },
    {
      ...{ code: 'incidents', ...harm, ...monthly, direction: 'down', how: 'incident-reports' },
      ...{ groups: people, of: 'scored-cases', source: incidents },
    },
    {
      ...{ code: 'near-misses', ...harm, ...monthly, direction: 'neutral' },
      ...{ groups: [], of: 'scored-cases', how: 'incident-reports', source: incidents },
    },
    {
      ...{ code: 'days-between-harm', data: 'time-between', unit: 'days', direction: 'up' },
      ...{ chart: 't', reason: 'times-between-events', ...monthly, groups: [] },
      ...{ of: 'scored-cases', how: 'incident-reports' },
      source: 'Nelson (1994). Journal of Quality Technology 26, 239–240',
    },
    {
      ...{ code: 'patient-experience', ...measured, unit: 'score', cadence: 'quarter' },
      ...{ direction: 'up', groups: people, of: 'answers', how: 'survey', source: decide },
    },
  ],
};
