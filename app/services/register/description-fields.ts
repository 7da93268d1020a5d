/**
 * What the register asks of a system, by section. A form, a page, a check and an export read this one
 * table. Kinds: `line` and `text` are prose, `list` is one entry a line, `choice` and `choices` take
 * from a controlled vocabulary.
 */
export const fieldKinds = [
  'line',
  'text',
  'list',
  'choice',
  'choices',
  'countries',
  'languages',
  'date',
  /** A day that has come. */
  'past',
  'number',
  'address',
  'currency',
  /** The identifier of a device. */
  'udi',
  'wave',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

export const choices = {
  capability: [
    'computer-vision',
    'audition',
    'linguistics',
    'robotics',
    'forecasting',
    'discovery',
    'planning',
    'creation',
    'analysis',
    'management',
    'other',
  ],
  publicationCategory: ['high-risk', 'impactful', 'other'],
  humanLevel: ['informs', 'recommends', 'acts-with-confirmation', 'acts-with-veto', 'autonomous'],
  yesNo: ['yes', 'no'],
  fallbackMode: ['manual', 'previous-tool', 'second-supplier', 'stop-service'],
  riskLevel: ['low', 'moderate', 'high'],
  assessment: ['not-needed', 'planned', 'under-way', 'done'],
  route: ['device', 'not-a-device', 'in-house', 'exempt'],
  aiActRole: ['provider', 'deployer', 'both'],
  aiActTier: ['prohibited', 'high-risk', 'transparency', 'minimal'],
  explanation: [
    'none',
    'rules',
    'saliency',
    'shap',
    'lime',
    'prototype',
    'rationale',
    'source-span',
    'other',
  ],
  tested: ['yes', 'planned', 'no'],
} as const satisfies Record<string, readonly string[]>;
export type ChoiceList = keyof typeof choices;

/** `most`: of numbers, what is more is a slip of the keyboard. */
export type Field = { kind: FieldKind; from?: ChoiceList; most?: number };
const line = { kind: 'line' } as const;
const text = { kind: 'text' } as const;
const list = { kind: 'list' } as const;
const date = { kind: 'date' } as const;
const past = { kind: 'past' } as const;
const upTo = (most: number) => ({ kind: 'number', most }) as const;
const hoursOfAYear = 8784;
const mostStaff = 10_000;
const mostMoney = 1e12;
const countries = { kind: 'countries' } as const;
const choice = (from: ChoiceList) => ({ kind: 'choice', from }) as const;
const several = (from: ChoiceList) => ({ kind: 'choices', from }) as const;

export const sectionFields = {
  use: {
    ...{ statement: text, users: text, population: text, setting: line, workflowStep: text },
    ...{ inputs: list, outputs: text, outOfScope: text, previousProcess: text },
    ...{ alternatives: text, benefits: text, volumePerYear: upTo(1e10) },
  },
  autonomy: {
    ...{ humanLevel: choice('humanLevel'), reviewRule: text, mayOverride: choice('yesNo') },
    ...{ training: text, contestRoute: text },
  },
  fallback: {
    ...{ fallbackMode: choice('fallbackMode'), instructions: text },
    ...{ lastDrill: past, maximumDowntimeHours: upTo(hoursOfAYear) },
  },
  supplier: {
    ...{ supplier: line, supplierContact: line, contractUntil: date, procurement: text },
    ...{ dataAccessTerms: text, fundingSource: text, thirdParties: text },
    ...{ annualCost: upTo(mostMoney), currency: { kind: 'currency' } as const, fundedUntil: date },
    ...{ maintenanceStaff: upTo(mostStaff), monitoringStaff: upTo(mostStaff), maintenance: text },
  },
  sovereignty: {
    ...{ trainingCountries: countries, inferenceCountries: countries, logCountries: countries },
    ...{ supportCountries: countries, transferBasis: text, subprocessors: list },
  },
  safety: {
    ...{ riskLevel: choice('riskLevel'), riskStatement: text, hazardLog: line },
    ...{ dcb0129: choice('assessment'), dcb0160: choice('assessment') },
    ...{ dpia: choice('assessment'), dpiaOn: past, equality: choice('assessment') },
    ...{ fundamentalRights: choice('assessment'), knownRisks: text, knownBiases: text },
    ...{ mitigations: text, security: text },
  },
  regulatory: {
    ...{ jurisdiction: line, route: choice('route'), deviceClass: line },
    udi: { kind: 'udi' },
    ...{ certificate: line, certificateExpires: date, aiActRole: choice('aiActRole') },
    ...{ aiActTier: choice('aiActTier'), euDatabaseId: line, approval: text, lawfulBasis: text },
    ...{ certifications: list },
  },
  data: {
    ...{ inputSources: text, dataTypes: text, developmentData: text, missingData: text },
    ...{ localValidation: text },
  },
  explainability: {
    ...{ explanation: several('explanation'), audience: list, userTested: choice('tested') },
    ...{ testedInWave: { kind: 'wave' } as const, testFinding: text, transparency: text },
  },
  publication: {
    ...{ specialty: line, capability: several('capability') },
    ...{ publicationCategory: choice('publicationCategory'), publicContact: line },
    ...{ complaintsAddress: { kind: 'address' } as const, keywords: list },
    ...{ systemLanguages: { kind: 'languages' } as const, consulted: text },
    ...{ patientInformation: text, publications: text, references: text },
  },
} as const satisfies Record<string, Record<string, Field>>;

export type Section = keyof typeof sectionFields;
export type FieldOf<S extends Section> = keyof (typeof sectionFields)[S] & string;
export type FieldName = { [S in Section]: FieldOf<S> }[Section];
export const sectionNames = Object.keys(sectionFields) as Section[];

/** The fields of a section, in the order of its form. */
export function fieldsOf(section: Section): [FieldName, Field][] {
  return Object.entries(sectionFields[section]) as [FieldName, Field][];
}

/** Who reads a section. What is said to nobody else is for who keeps the register, and the auditor. */
export const visibilityLevels = ['public', 'members', 'board', 'private'] as const;
export type Visibility = (typeof visibilityLevels)[number];
export const usualVisibility: Visibility = 'members';
