import { add, all, edit, organisation, read, system, type Grant, type Verb } from './grants.ts';
import { deploymentSeen, ofToken } from './register-policies.ts';

const token = (verbs: readonly Verb[], rows = ofToken): Grant => ({
  role: 'api-token',
  verbs,
  rows,
});

/** A table of monitoring: what members may do in rows of the deployments they see; the system all. */
const monitoringTable = (verbs: readonly Verb[], rows = deploymentSeen): Grant[] => [
  { role: 'member', verbs, rows },
  system(all),
];

/** Rows whose parent the actor sees. */
const withParent = (table: string, column: string, parent: string) =>
  `${organisation} and exists (select 1 from ${parent} p
    where p.organisation_id = ${table}.organisation_id and p.id = ${table}.${column})`;

const ofBatch = withParent('quarantined_batches', 'batch_id', 'monitoring_batches');
const ofHook = withParent('hook_deliveries', 'hook_id', 'registry_hooks');
const ofAlert = withParent('alert_events', 'alert_id', 'alerts');

/**
 * Tables of monitoring; see `policies.ts`. Everything is a deployment's, and a deployment its site's. A
 * machine reaches the one deployment its token names, and neither plans nor what became of an alert.
 */
export const monitoringPolicies: Record<string, readonly Grant[]> = {
  api_tokens: [
    ...monitoringTable(edit),
    { role: 'public', verbs: read, rows: 'token_hash = attune.key()' },
    token(['select', 'update'], `${ofToken} and id::text = attune.key()`),
  ],
  monitoring_batches: [...monitoringTable(edit), token(add)],
  quarantined_batches: [...monitoringTable(edit, ofBatch), token(add, ofBatch)],
  // A machine's is recorded for it, with an entry of the trail.
  batch_withdrawals: [...monitoringTable(add), token(read)],
  registry_hooks: [
    ...monitoringTable(edit),
    { role: 'public', verbs: read, rows: 'id::text = attune.key()' },
  ],
  hook_deliveries: monitoringTable(read, ofHook),
  // No delete, for nobody: what was restated is kept.
  monitoring_records: [
    { role: 'member', verbs: edit, rows: deploymentSeen },
    token(edit),
    system(edit),
  ],
  monitoring_uploads: [
    { role: 'member', verbs: all, rows: `${deploymentSeen} and user_id = attune.user_id()` },
    system(all),
  ],
  monitoring_plans: monitoringTable(all),
  plan_metrics: monitoringTable(all, withParent('plan_metrics', 'plan_id', 'monitoring_plans')),
  plan_subgroups: monitoringTable(
    all,
    withParent('plan_subgroups', 'plan_metric_id', 'plan_metrics'),
  ),
  alarm_budgets: monitoringTable(add, organisation),
  exit_plans: monitoringTable(add),
  chart_baselines: monitoringTable(add),
  reference_distributions: monitoringTable(add),
  fairness_audits: monitoringTable(add),
  fairness_audit_runs: monitoringTable(
    add,
    withParent('fairness_audit_runs', 'audit_id', 'fairness_audits'),
  ),
  fairness_action_outcomes: monitoringTable(
    add,
    withParent('fairness_action_outcomes', 'audit_id', 'fairness_audits'),
  ),
  fairness_audit_events: monitoringTable(
    add,
    withParent('fairness_audit_events', 'audit_id', 'fairness_audits'),
  ),
  // Written by whoever computes, for the whole organisation.
  deployment_evaluations: monitoringTable(read),
  alerts: [...monitoringTable(edit), token(edit)],
  alert_events: [...monitoringTable(add, ofAlert), token(add, ofAlert)],
};
