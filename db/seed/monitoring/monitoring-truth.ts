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
  /** It runs beside the work, and nobody sees what it says: there is nothing that anybody could override. */
  isSilent: boolean;
};

const usual = {
  ...{ volume: 900, logitMean: -1.4, logitSpread: 1.3, threshold: 0.3, labelDelay: 1 },
  ...{ audited: 0, input: null, isSilent: false },
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
    ...{ truth: { kind: 'quiet' }, groups: { 'low-bandwidth': 0.2 }, isSilent: true },
  },
];

/** What is true of people beside a synthetic system: chances, and medians with their quartiles. */
export type OversightTruth = {
  /** Whether the page should find a sign of a rubber stamp. */
  isStamp: boolean;
  acceptWhenWrong: number;
  overrideWhenRight: number;
  plantedPassed: number;
  reviewSeconds: readonly [number, number, number];
  /** Least seconds of a review that the plan sets. */
  leastSeconds: number;
  /** Chances of a ruling, by profession. */
  rulings: Readonly<Record<string, Readonly<Record<string, number>>>>;
  reasons: Readonly<Record<string, number>>;
  scribe: {
    /** Minutes measured with a clock and those that people say: they feel more than there is. */
    timed: readonly [number, number, number];
    said: readonly [number, number, number];
    used: Readonly<Record<string, number>>;
    /** Chance of an error in a note, and of a reader to find one that is there. */
    omissions: number;
    found: number;
  } | null;
};

const reasons = {
  ...{ 'wrong-for-patient': 0.31, 'disagree-judgement': 0.27, 'already-addressed': 0.16 },
  ...{ 'not-applicable': 0.12, 'input-error': 0.08, 'patient-preference': 0.05 },
  // So seldom that it stands with others on the page.
  late: 0.002,
};

/** Of triage: wrong advice passes, and is looked at for a few seconds. Of the scribe: people look. */
export const oversightTruths: Readonly<Record<string, OversightTruth>> = {
  'emergency-triage': {
    ...{ isStamp: true, acceptWhenWrong: 0.64, overrideWhenRight: 0.04, plantedPassed: 0.62 },
    ...{ reviewSeconds: [4, 6, 9], leastSeconds: 10, reasons, scribe: null },
    rulings: {
      nurse: { 'ai-right': 0.48, 'person-right': 0.36, 'both-wrong': 0.11, 'not-settled': 0.05 },
      physician: { 'ai-right': 0.4, 'person-right': 0.46, 'both-wrong': 0.09, 'not-settled': 0.05 },
    },
  },
  'ward-scribe': {
    ...{ isStamp: false, acceptWhenWrong: 0.17, overrideWhenRight: 0.06, plantedPassed: 0.14 },
    ...{ reviewSeconds: [31, 46, 70], leastSeconds: 20, reasons },
    rulings: {
      nurse: { 'ai-right': 0.25, 'person-right': 0.6, 'both-wrong': 0.1, 'not-settled': 0.05 },
      physician: { 'ai-right': 0.3, 'person-right': 0.55, 'both-wrong': 0.1, 'not-settled': 0.05 },
    },
    scribe: {
      ...{ timed: [1.6, 3.1, 5.2], said: [3.5, 6.4, 9.8], omissions: 0.06, found: 0.75 },
      used: {
        ...{ patients: 0.32, 'more-visits': 0.2, 'other-work': 0.16, breaks: 0.05 },
        ...{ 'home-earlier': 0.17, 'not-noticed': 0.1 },
      },
    },
  },
};
