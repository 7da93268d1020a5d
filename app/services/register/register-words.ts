import type { LifecycleStage, SystemCategory, SystemRole } from '#db/schema/ai-system.ts';
import type { DocumentationState } from '#db/schema/dataset-statement.ts';
import type { DatasetAccess, DatasetRole, DemographicAspect } from '#db/schema/dataset.ts';
import type { ChangeKind } from '#db/schema/model-change.ts';
import type { AlgorithmKind, LearningKind, UncertaintyKind } from '#db/schema/model-version.ts';
import type { RecommendationState } from '#db/schema/recommendation.ts';
import type { TransferField, TransferVerdict } from '#db/schema/transfer-notice.ts';
import type { FieldOf } from './description-fields.ts';

/** In the order in which forms offer them; the database holds the same words. */
export const systemCategories = [
  'triage',
  'scribe',
  'note-extraction',
  'imaging',
  'pathology',
  'multimodal',
  'prognosis',
  'chatbot',
  'operations',
  'other',
] as const satisfies readonly SystemCategory[];

export const lifecycleStages = [
  'idea',
  'procurement',
  'sandbox',
  'silent',
  'pilot',
  'live',
  'restricted',
  'suspended',
  'retired',
] as const satisfies readonly LifecycleStage[];

/** Stages in which the system reads data of patients, whether or not anybody acts on what it says. */
export const stagesInUse: readonly LifecycleStage[] = ['silent', 'pilot', 'live', 'restricted'];

export const systemRoles = [
  'senior-owner',
  'system-owner',
  'clinical-lead',
  'safety-officer',
  'data-protection',
  'involvement-lead',
  'reviewer',
  'mentor',
] as const satisfies readonly SystemRole[];

export const algorithmKinds = [
  'rule',
  'statistical',
  'machine-learning',
  'generative',
  'hybrid',
] as const satisfies readonly AlgorithmKind[];

export const learningKinds = [
  'locked',
  'planned-changes',
  'continuous',
] as const satisfies readonly LearningKind[];

export const uncertaintyKinds = [
  'none',
  'probability',
  'interval',
  'conformal',
  'ensemble',
  'abstain',
] as const satisfies readonly UncertaintyKind[];

export const datasetAccess = [
  'open',
  'agreement',
  'closed',
] as const satisfies readonly DatasetAccess[];

export const demographicAspects = [
  'age',
  'sex',
  'ethnicity',
  'deprivation',
] as const satisfies readonly DemographicAspect[];

export const datasetRoles = [
  'train',
  'tune',
  'internal-test',
  'external-test',
  'local-validation',
  'reference',
] as const satisfies readonly DatasetRole[];

export const recommendationStates = [
  'met',
  'partly',
  'not-met',
  'not-applicable',
] as const satisfies readonly RecommendationState[];

export const changeKinds = [
  'retraining',
  'threshold',
  'inputs',
  'outputs',
  'intended-use',
  'interface',
  'hosting',
  'subprocessor',
  'security',
  'other',
] as const satisfies readonly ChangeKind[];

/** How far the papers of a data set say something. */
export const documentationStates = [
  'documented',
  'partly',
  'not',
  'not-applicable',
] as const satisfies readonly DocumentationState[];

/** Fields of the section on where data go; a change of one is looked at by somebody. */
export const transferFields = [
  'trainingCountries',
  'inferenceCountries',
  'logCountries',
  'supportCountries',
  'transferBasis',
  'subprocessors',
] as const satisfies readonly (TransferField & FieldOf<'sovereignty'>)[];

export const transferVerdicts = [
  'acceptable',
  'undo',
] as const satisfies readonly TransferVerdict[];
