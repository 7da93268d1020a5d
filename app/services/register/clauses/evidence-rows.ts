import type { SystemRole } from '#db/schema/ai-system.ts';
import type { FieldOf, Section } from '../description-fields.ts';
import { recommendationCodes, type RecommendationCode } from '../future-ai.ts';

type Fields = { [S in Section]: { kind: 'fields'; section: S; fields: readonly FieldOf<S>[] } };
type Assessed = 'dpia' | 'fundamentalRights' | 'equality';

/** What of Attune is looked at. */
export type EvidenceRow =
  | Fields[Section]
  | { kind: 'assessment'; field: Assessed }
  | { kind: 'people'; roles: readonly (readonly SystemRole[])[] }
  | { kind: 'recommendation'; code: RecommendationCode }
  | { kind: 'tested' | 'versions' | 'datasets' | 'papers' | 'plan' | 'alerts' }
  | { kind: 'change-plan' | 'decisions' | 'transfers' };

const said = <S extends Section>(section: S, ...fields: FieldOf<S>[]) => ({
  ...{ kind: 'fields' as const, section, fields },
});

const own = {
  'intended-use': said('use', 'statement', 'users', 'population', 'outOfScope'),
  'input-data': said('data', 'inputSources', 'dataTypes', 'missingData'),
  'local-validation': said('data', 'localValidation'),
  oversight: said('autonomy', 'humanLevel', 'reviewRule', 'mayOverride'),
  training: said('autonomy', 'training'),
  contest: said('autonomy', 'contestRoute'),
  fallback: said('fallback', 'fallbackMode', 'instructions', 'lastDrill', 'maximumDowntimeHours'),
  supplier: said('supplier', 'supplier', 'supplierContact', 'contractUntil', 'dataAccessTerms'),
  resources: said('supplier', 'maintenanceStaff', 'monitoringStaff', 'fundedUntil'),
  countries: said('sovereignty', 'inferenceCountries', 'logCountries', 'transferBasis'),
  risks: said('safety', 'riskLevel', 'knownRisks', 'mitigations', 'hazardLog'),
  biases: said('safety', 'knownBiases', 'mitigations'),
  security: said('safety', 'security'),
  registration: said('regulatory', 'euDatabaseId'),
  explanations: said('explainability', 'explanation', 'audience', 'transparency'),
  'patient-information': said('publication', 'patientInformation', 'publicContact'),
  complaints: said('publication', 'complaintsAddress'),
  consulted: said('publication', 'consulted'),
  dpia: { kind: 'assessment', field: 'dpia' },
  'rights-assessment': { kind: 'assessment', field: 'fundamentalRights' },
  'equality-assessment': { kind: 'assessment', field: 'equality' },
  owner: { kind: 'people', roles: [['senior-owner', 'system-owner']] },
  clinicians: { kind: 'people', roles: [['safety-officer'], ['clinical-lead']] },
  'involvement-lead': { kind: 'people', roles: [['involvement-lead']] },
  'explanations-tested': { kind: 'tested' },
  versions: { kind: 'versions' },
  datasets: { kind: 'datasets' },
  'dataset-papers': { kind: 'papers' },
  plan: { kind: 'plan' },
  alerts: { kind: 'alerts' },
  'change-plan': { kind: 'change-plan' },
  decisions: { kind: 'decisions' },
  'transfers-looked-at': { kind: 'transfers' },
} as const satisfies Record<string, EvidenceRow>;

export type OwnEvidence = keyof typeof own;
export type EvidenceCode = OwnEvidence | RecommendationCode;

const recommended = Object.fromEntries(
  recommendationCodes.map((code) => [code, { kind: 'recommendation', code }]),
) as Record<RecommendationCode, EvidenceRow>;

/** Every piece of evidence that clauses may name: of the register, and the thirty recommendations. */
export const evidenceRows: Record<EvidenceCode, EvidenceRow> = { ...own, ...recommended };
export const evidenceCodes = Object.keys(evidenceRows) as [EvidenceCode, ...EvidenceCode[]];

/** The section of the description that a piece of evidence is read from, if it is read from one. */
export function sectionOf(row: EvidenceRow): Section | null {
  if (row.kind === 'fields') return row.section;
  if (row.kind === 'assessment') return 'safety';
  return row.kind === 'tested' ? 'explainability' : null;
}

export const isRecommendation = (code: EvidenceCode): code is RecommendationCode =>
  (recommendationCodes as readonly string[]).includes(code);
