import type { LifecycleStage, SystemCategory, SystemRole } from '#db/schema/ai-system.ts';
import type { DocumentationState } from '#db/schema/dataset-statement.ts';
import type { DatasetAccess, DatasetRole, DemographicAspect } from '#db/schema/dataset.ts';
import type { ChangeKind } from '#db/schema/model-change.ts';
import type { AlgorithmKind, LearningKind, UncertaintyKind } from '#db/schema/model-version.ts';
import type { RecommendationState } from '#db/schema/recommendation.ts';
import type { TransferField, TransferVerdict } from '#db/schema/transfer-notice.ts';
import { allOf } from '../all-of.ts';
import type { FieldOf } from './description-fields.ts';

/** In the order in which forms offer them; the database holds the same words. */
export const systemCategories = allOf<SystemCategory>()([
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
]);

export const lifecycleStages = allOf<LifecycleStage>()([
  'idea',
  'procurement',
  'sandbox',
  'silent',
  'pilot',
  'live',
  'restricted',
  'suspended',
  'retired',
]);

/** Stages in which the system reads data of patients, whether or not anybody acts on what it says. */
export const stagesInUse: readonly LifecycleStage[] = ['silent', 'pilot', 'live', 'restricted'];

export const systemRoles = allOf<SystemRole>()([
  'senior-owner',
  'system-owner',
  'clinical-lead',
  'safety-officer',
  'data-protection',
  'involvement-lead',
  'reviewer',
  'mentor',
]);

export const algorithmKinds = allOf<AlgorithmKind>()([
  'rule',
  'statistical',
  'machine-learning',
  'generative',
  'hybrid',
]);

export const learningKinds = allOf<LearningKind>()(['locked', 'planned-changes', 'continuous']);

export const uncertaintyKinds = allOf<UncertaintyKind>()([
  'none',
  'probability',
  'interval',
  'conformal',
  'ensemble',
  'abstain',
]);

export const datasetAccess = allOf<DatasetAccess>()(['open', 'agreement', 'closed']);

export const demographicAspects = allOf<DemographicAspect>()([
  'age',
  'sex',
  'ethnicity',
  'deprivation',
]);

export const datasetRoles = allOf<DatasetRole>()([
  'train',
  'tune',
  'internal-test',
  'external-test',
  'local-validation',
  'reference',
]);

export const recommendationStates = allOf<RecommendationState>()([
  'met',
  'partly',
  'not-met',
  'not-applicable',
]);

export const changeKinds = allOf<ChangeKind>()([
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
]);

/** How far the papers of a data set say something. */
export const documentationStates = allOf<DocumentationState>()([
  'documented',
  'partly',
  'not',
  'not-applicable',
]);

/** Fields of the section on where data go; a change of one is looked at by somebody. */
export const transferFields = allOf<TransferField>()([
  'trainingCountries',
  'inferenceCountries',
  'logCountries',
  'supportCountries',
  'transferBasis',
  'subprocessors',
]) satisfies readonly FieldOf<'sovereignty'>[];

export const transferVerdicts = allOf<TransferVerdict>()(['acceptable', 'undo']);
