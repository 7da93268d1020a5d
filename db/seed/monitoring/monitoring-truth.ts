/** What is true of a synthetic system; what charts say is compared with it. */
export type MonitoringTruth =
  | { kind: 'drifts'; fromMonth: number }
  | { kind: 'subgroup-gap'; group: string }
  | { kind: 'over-dispersed' }
  | { kind: 'rare-harm-rises'; fromMonth: number }
  | { kind: 'risks-too-low'; fromMonth: number }
  | { kind: 'quiet' };

export const systemCategories = [
  'triage',
  'imaging',
  'risk_prediction',
  'scribe',
  'nlp_extraction',
  'chatbot',
] as const;

export type SyntheticSystem = {
  key: string;
  category: (typeof systemCategories)[number];
  truth: MonitoringTruth;
  /** Cases a month. */
  volume: number;
  /** Mean and spread of the logit of the risk that the system gives. */
  logitMean: number;
  logitSpread: number;
  threshold: number;
  /** Share of cases in the group, by name; the others are the reference. */
  groups: Readonly<Record<string, number>>;
  /** Months until outcomes are in. */
  labelDelay: number;
  /** Texts read twice each month, of scribes. */
  audited: number;
  /** An input that is sent beside the scores: more and more of it is missing from a month on. */
  input: { name: string; fromMonth: number } | null;
};

const usual = {
  ...{ volume: 900, logitMean: -1.4, logitSpread: 1.3, threshold: 0.3, labelDelay: 1 },
  ...{ audited: 0, input: null },
};

/** Six systems of different kinds; everything about them is invented. */
export const syntheticSystems: readonly SyntheticSystem[] = [
  {
    ...{ ...usual, key: 'emergency-triage', category: 'triage', volume: 1100 },
    ...{ truth: { kind: 'drifts', fromMonth: 15 }, groups: { interpreter: 0.12 } },
    input: { name: 'lactate', fromMonth: 15 },
  },
  {
    ...{ ...usual, key: 'chest-x-ray', category: 'imaging' },
    ...{ truth: { kind: 'subgroup-gap', group: 'portable' }, groups: { portable: 0.25 } },
  },
  {
    ...{ ...usual, key: 'sepsis-risk', category: 'risk_prediction', volume: 4000 },
    ...{ truth: { kind: 'over-dispersed' }, groups: { surgical: 0.3 } },
  },
  {
    ...{ ...usual, key: 'ward-scribe', category: 'scribe', volume: 1500, audited: 150 },
    ...{ truth: { kind: 'rare-harm-rises', fromMonth: 15 }, groups: { 'second-language': 0.2 } },
  },
  {
    ...{ ...usual, key: 'note-extraction', category: 'nlp_extraction', volume: 1200 },
    ...{ truth: { kind: 'risks-too-low', fromMonth: 12 }, groups: { paediatric: 0.15 } },
  },
  {
    ...{ ...usual, key: 'virtual-care', category: 'chatbot', volume: 1000, labelDelay: 3 },
    ...{ truth: { kind: 'quiet' }, groups: { 'low-bandwidth': 0.2 } },
  },
];
