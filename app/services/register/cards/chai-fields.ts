import type { CardTarget } from './card-reading.ts';

/** Of version 0.2 of the card; the version before has another namespace and other fields. */
export const chaiNamespace = 'https://mc.chai.org/v0.2/schema.xsd';

/**
 * Fields of the card in the order of its schema: where each goes in the register. `kept`: prose that
 * must not become a structured claim, or a field without a place, is kept word for word.
 */
export const chaiFields = {
  'BasicInfo/ModelName': 'name',
  'BasicInfo/ModelDeveloper': 'supplier.supplier',
  'BasicInfo/DeveloperContact': 'supplier.supplierContact',
  'ReleaseInfo/ReleaseStage': 'kept',
  'ReleaseInfo/ReleaseDate': 'releasedOn',
  'ReleaseInfo/ReleaseVersion': 'version',
  'ReleaseInfo/GlobalAvailability': 'kept',
  'ReleaseInfo/EHRCompatibility/EHR': 'kept',
  'ReleaseInfo/RegulatoryApproval': 'regulatory.approval',
  'ModelSummary/Summary': 'summary',
  'ModelSummary/Keywords/Keyword': 'publication.keywords',
  'UsesAndDirections/IntendedUseAndWorkflow': 'use.statement',
  'UsesAndDirections/PrimaryIntendedUsers': 'use.users',
  'UsesAndDirections/HowToUse': 'use.workflowStep',
  'UsesAndDirections/TargetedPatientPopulation': 'use.population',
  'UsesAndDirections/CautionedOutOfScopeSettings': 'use.outOfScope',
  'Warnings/KnownRisksAndLimitations': 'safety.knownRisks',
  'Warnings/KnownBiasesOrEthicalConsiderations': 'safety.knownBiases',
  'Warnings/ClinicalRiskLevel': 'safety.riskStatement',
  'TrustIngredients/AISystemFacts/OutcomesAndOutputs': 'use.outputs',
  'TrustIngredients/AISystemFacts/ModelType': 'modelType',
  'TrustIngredients/AISystemFacts/FoundationModels': 'foundationModels',
  'TrustIngredients/AISystemFacts/InputDataSource': 'data.inputSources',
  'TrustIngredients/AISystemFacts/OutputAndInputDataTypes': 'data.dataTypes',
  'TrustIngredients/AISystemFacts/DevelopmentDataCharacterization': 'data.developmentData',
  'TrustIngredients/AISystemFacts/BiasMitigationApproaches': 'safety.mitigations',
  'TrustIngredients/AISystemFacts/OngoingMaintenance': 'supplier.maintenance',
  'TrustIngredients/AISystemFacts/Security': 'safety.security',
  'TrustIngredients/AISystemFacts/Transparency': 'explainability.transparency',
  'TrustIngredients/TransparencyInformation/FundingSource': 'supplier.fundingSource',
  'TrustIngredients/TransparencyInformation/ThirdPartyInformation': 'supplier.thirdParties',
  'TrustIngredients/TransparencyInformation/StakeholdersConsulted': 'publication.consulted',
  ...metricFields('UsefulnessUsabilityEfficacy'),
  ...metricFields('FairnessEquity'),
  ...metricFields('SafetyReliability'),
  'Resources/EvaluationReferences': 'kept',
  'Resources/ClinicalTrial': 'kept',
  'Resources/PeerReviewedPublications': 'publication.publications',
  'Resources/ReimbursementStatus': 'kept',
  'Resources/PatientConsentOrDisclosure': 'publication.patientInformation',
  Bibliography: 'publication.references',
} as const satisfies Record<string, CardTarget>;

/** May be left out of a card. */
export const optionalChaiFields: ReadonlySet<string> = new Set([
  'ReleaseInfo/EHRCompatibility/EHR',
  'ReleaseInfo/RegulatoryApproval',
  'ModelSummary/Keywords/Keyword',
  'TrustIngredients/AISystemFacts/FoundationModels',
  'TrustIngredients/AISystemFacts/Security',
  'TrustIngredients/AISystemFacts/Transparency',
  'TrustIngredients/TransparencyInformation/ThirdPartyInformation',
  'Resources/EvaluationReferences',
  'Resources/ClinicalTrial',
  'Resources/ReimbursementStatus',
]);

function metricFields(topic: string) {
  return {
    [`KeyMetrics/${topic}/MetricGoal`]: 'kept',
    [`KeyMetrics/${topic}/Results/MetricResult`]: 'performance',
    [`KeyMetrics/${topic}/Interpretation`]: 'kept',
    [`KeyMetrics/${topic}/TestType`]: 'kept',
    [`KeyMetrics/${topic}/TestingDataDescription`]: 'kept',
    [`KeyMetrics/${topic}/ValidationProcessAndJustification`]: 'kept',
  } as const;
}
