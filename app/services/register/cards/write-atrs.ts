import { textOf } from '../read-field.ts';
import type { CardContent } from './write-chai.ts';

type Facts = CardContent & {
  organisation: string;
  slug: string;
  /** In the words of the standard. */
  phase: string;
  seniorOwner: string;
};

const phases: Record<string, string> = {
  ...{ idea: 'Pre-deployment', procurement: 'Pre-deployment', sandbox: 'Pre-deployment' },
  ...{ silent: 'Private Beta', pilot: 'Beta/Pilot', live: 'Production' },
  ...{ restricted: 'Production', suspended: 'Retired', retired: 'Retired' },
};

export function atrsPhase(stage: string): string {
  return phases[stage] ?? 'Pre-deployment';
}

/** The parts of the Algorithmic Transparency Recording Standard, filled from the register. */
export function writeAtrs(facts: Facts) {
  const { sections, version } = facts;
  return {
    standard: 'Algorithmic Transparency Recording Standard',
    tier_1: {
      ...{ name: facts.name, description: facts.summary, id: facts.slug },
      contact: textOf(sections, 'publication', 'publicContact'),
    },
    tier_2: {
      owner_and_responsibility: {
        ...{ organisation: facts.organisation, senior_responsible_owner: facts.seniorOwner },
        ...{ external_supplier: textOf(sections, 'supplier', 'supplier') },
        ...{ procurement_procedure: textOf(sections, 'supplier', 'procurement') },
        ...{ data_access_terms: textOf(sections, 'supplier', 'dataAccessTerms') },
      },
      description_and_rationale: {
        ...{
          detailed_description: textOf(sections, 'use', 'statement'),
          benefits: textOf(sections, 'use', 'benefits'),
        },
        ...{
          scope: textOf(sections, 'use', 'outOfScope'),
          previous_process: textOf(sections, 'use', 'previousProcess'),
        },
        ...{ alternatives_considered: textOf(sections, 'use', 'alternatives') },
      },
      decision_making_process: {
        ...{
          process_integration: textOf(sections, 'use', 'workflowStep'),
          provided_information: textOf(sections, 'use', 'outputs'),
        },
        ...{ frequency_and_scale: textOf(sections, 'use', 'volumePerYear') },
        ...{ human_decisions_and_review: textOf(sections, 'autonomy', 'reviewRule') },
        ...{ required_training: textOf(sections, 'autonomy', 'training') },
        ...{ appeals_and_review: textOf(sections, 'autonomy', 'contestRoute') },
      },
      tool_specification: {
        ...{ phase: facts.phase, maintenance: textOf(sections, 'supplier', 'maintenance') },
        models: version ? [{ version: version.version, type: version.modelType }] : [],
      },
      data: {
        ...{
          source_data: textOf(sections, 'data', 'inputSources'),
          data_types: textOf(sections, 'data', 'dataTypes'),
        },
        ...{ training_data: textOf(sections, 'data', 'developmentData') },
      },
      risks_mitigations_and_impact_assessments: {
        ...{
          risks: textOf(sections, 'safety', 'knownRisks'),
          mitigations: textOf(sections, 'safety', 'mitigations'),
        },
        data_protection: {
          state: textOf(sections, 'safety', 'dpia'),
          on: textOf(sections, 'safety', 'dpiaOn'),
        },
        ...{ equality: textOf(sections, 'safety', 'equality') },
      },
    },
  };
}
