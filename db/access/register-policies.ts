import {
  add,
  all,
  edit,
  ofSeen,
  organisation,
  read,
  system,
  type Grant,
  type Verb,
} from './grants.ts';

export const deploymentSeen = ofSeen('deployment_id', 'deployments');
/** Of the system as a whole, or of a deployment that the actor sees. */
const ofSystemOrSeen = `${organisation} and (deployment_id is null or ${deploymentSeen})`;
/** Rows of the one deployment that a machine speaks for. */
export const ofToken = `${organisation} and deployment_id = attune.deployment()`;

/** A table of the register: what workspace members may do in these rows; the system all. */
function registerTable(verbs: readonly Verb[], rows = organisation): Grant[] {
  return [{ role: 'member', verbs, rows }, system(all)];
}

/**
 * Tables of AI systems; see `policies.ts`. A system is the organisation's, a deployment its site's:
 * who is confined to sites sees what runs there alone.
 */
export const registerPolicies: Record<string, readonly Grant[]> = {
  ai_systems: registerTable(edit),
  system_descriptions: registerTable(add),
  system_people: registerTable(edit),
  model_versions: [
    ...registerTable(edit),
    {
      role: 'api-token',
      verbs: read,
      rows: `${organisation} and exists (select 1 from deployments d
        where d.organisation_id = model_versions.organisation_id
          and d.system_id = model_versions.system_id)`,
    },
  ],
  deployments: [
    ...registerTable(add, `${organisation} and attune.sees_site(site_id)`),
    { role: 'api-token', verbs: read, rows: `${organisation} and id = attune.deployment()` },
  ],
  deployment_periods: [
    ...registerTable(edit, deploymentSeen),
    { role: 'api-token', verbs: read, rows: ofToken },
  ],
  stage_events: registerTable(add, ofSystemOrSeen),
  stage_conditions: registerTable(add, ofSystemOrSeen),
  met_conditions: registerTable(add, ofSystemOrSeen),
  datasets: registerTable(edit),
  dataset_uses: registerTable(all),
  dataset_statements: registerTable(add),
  recommendation_statements: registerTable(add),
  change_plans: registerTable(add),
  change_notices: registerTable(add),
  transfer_notices: registerTable(add),
  transfer_answers: registerTable(add),
  clause_checks: registerTable(add),
  card_imports: registerTable(all),
};
