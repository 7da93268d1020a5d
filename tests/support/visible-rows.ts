import type { actorsOf } from './two-organisations.ts';

export const none = 'refused';
export type Seen = number | typeof none;

/** Rows an actor sees of its own organisation, which has two sites, each with a study and its rows. */
export const visible: Record<string, Record<keyof ReturnType<typeof actorsOf>, Seen>> = {
  organisations: row(1, 1, 1, none, none, 1, 1),
  sites: row(2, 1, 2, none, none, 2),
  memberships: row(2, 2, none, none, none, 2),
  membership_sites: row(1, 1, none, none, none, 1),
  member_invitations: row(1, 0, none, 0, none, 1),
  instruments: row(3, 3, none, none, none, 3),
  instrument_versions: row(2, 2, 2, none, none, 2),
  evidence: row(1, 1, none, none, none, 1),
  studies: row(2, 1, 1, none, none, 2),
  study_sites: row(2, 1, 1, none, none, 2),
  consent_versions: row(2, 1, 1, none, none, 2),
  waves: row(2, 1, 1, none, none, 2),
  study_links: row(2, 1, none, 0, none, 2),
  invitations: row(2, 1, none, 0, 1, 2, 0),
  outbox: row(2, 1, none, none, none, 2),
  drafts: row(none, none, 1, 0, none, 2),
  inbox: row(none, none, 1, 0, none, 2),
  words_inbox: row(none, none, 1, none, none, 2),
  used_ballots: row(none, none, 1, 0, none, 2),
  completion_receipts: row(none, none, none, none, none, 2),
  responses: row(2, 1, none, none, none, 2),
  // A person of a panel reaches their own key, which these have not.
  pseudonym_keys: row(none, none, none, none, 1, none, 0),
  response_imports: row(2, 1, none, none, none, none),
  import_drafts: row(1, 1, none, none, none, 2),
  analysis_runs: row(1, 1, none, none, none, 2),
  comparability_overrides: row(2, 1, none, none, none, 2),
  activities: panelRow(2, 1, 2, 1),
  activity_sessions: panelRow(2, 1, 2),
  panels: { ...panelRow(2, 1, 2, 1, 1), public: 0 },
  panel_strata: panelRow(2, 1, 2, 1),
  panel_targets: panelRow(2, 1, 2, 1),
  panel_channels: { ...panelRow(2, 1, 2), public: 0 },
  panel_consent_versions: panelRow(2, 1, 2, 1),
  panel_members: { ...panelRow(4, 2, 4, 1), public: 0 },
  panel_contacts: panelRow(4, 2, 4, 1),
  panel_member_bands: panelRow(none, none, 4, 1),
  panel_needs: panelRow(4, 2, 4, 1),
  panel_consents: panelRow(8, 4, 8, 2),
  panel_askings: panelRow(4, 2, 4, 1),
  panel_rounds: panelRow(2, 1, 2, 1),
  panel_prompts: panelRow(2, 1, 2, 1),
  panel_statements: panelRow(2, 1, 2, 1),
  panel_votes: panelRow(none, none, 4, 1),
  panel_ratings: panelRow(none, none, 2),
  panel_rating_marks: panelRow(none, none, 4, 1),
  contribution_drafts: panelRow(none, none, 4, 1),
  contributions: panelRow(4, 2, 4, 1, 2),
  contribution_originals: panelRow(none, none, 4, 1, 2),
  contribution_events: panelRow(4, 2, 4, 1, 2),
  contribution_translations: panelRow(4, 2, 4, 1, 2),
  // Each panel's concerns go to one named person.
  safeguarding_concerns: panelRow(2, 2, 4, 1),
  quotes: panelRow(4, 2, 4, 1),
  suggestions: panelRow(2, 1, 2, 1),
  suggestion_contributions: panelRow(4, 2, 4, 1),
  suggestion_decisions: panelRow(2, 1, 2, 1),
  suggestion_changes: panelRow(2, 1, 2, 1),
  panel_tellings: panelRow(4, 2, 4, 1),
  panel_draws: panelRow(2, 1, 2, 1),
  panel_draw_candidates: panelRow(none, none, 4, 1),
  panel_target_changes: panelRow(2, 1, 2),
  panel_band_releases: panelRow(none, none, 2),
  panel_departures: panelRow(none, none, 2),
  payment_rates: panelRow(2, 2, 2, 2),
  panel_payments: panelRow(4, 2, 4, 1),
  panel_reports: panelRow(2, 1, 2, 1),
  panel_report_contributions: panelRow(4, 2, 4, 1),
  panel_narratives: panelRow(2, 1, 2),
  panel_outputs: panelRow(2, 1, 2, 1),
  panel_credits: panelRow(4, 2, 4, 1),
  codings: panelRow(2, 1, 2, 1),
  codes: panelRow(2, 1, 2),
  themes: panelRow(2, 1, 2),
  codebook_events: panelRow(2, 1, 2),
  code_assignments: panelRow(4, 2, 4),
  double_readings: panelRow(4, 2, 4),
  theme_flags: panelRow(4, 2, 4, 1),
  theme_replies: panelRow(4, 2, 4, 1),
  theme_drafts: panelRow(2, 1, 2),
  ai_systems: row(1, 1, none, none, none, 1),
  system_descriptions: row(1, 1, none, none, none, 1),
  system_people: row(1, 1, none, none, none, 1),
  model_versions: { ...row(1, 1, none, none, none, 1), apiToken: 1 },
  // In use at both sites, and of the system as a whole.
  deployments: { ...row(2, 1, none, none, none, 2), apiToken: 1 },
  deployment_periods: { ...row(2, 1, none, none, none, 2), apiToken: 1 },
  stage_events: row(3, 2, none, none, none, 3),
  datasets: row(1, 1, none, none, none, 1),
  dataset_uses: row(1, 1, none, none, none, 1),
  recommendation_statements: row(1, 1, none, none, none, 1),
  change_plans: row(1, 1, none, none, none, 1),
  change_notices: row(1, 1, none, none, none, 1),
  card_imports: row(1, 1, none, none, none, 1),
  api_tokens: { ...monitoringRow(1), public: 0 },
  monitoring_batches: monitoringRow(1),
  quarantined_batches: monitoringRow(1),
  monitoring_records: monitoringRow(1),
  // Of the member of all sites, who chose both files.
  monitoring_uploads: { ...monitoringRow(), north: 0 },
  monitoring_plans: monitoringRow(),
  plan_metrics: monitoringRow(),
  plan_subgroups: monitoringRow(),
  alarm_budgets: row(1, 1, none, none, none, 1),
  chart_baselines: monitoringRow(),
  reference_distributions: monitoringRow(),
  deployment_evaluations: monitoringRow(),
  alerts: monitoringRow(1),
  alert_events: monitoringRow(1),
  audit_entries: row(1, 1, none, none, 1, 1, none, 1),
  deletion_records: row(2, 1, none, none, none, 2),
};

function row(
  everywhere: Seen,
  north: Seen,
  respondent: Seen,
  anybody: Seen,
  custodian: Seen,
  system: Seen,
  panelMember: Seen = none,
  redactor: Seen = none,
) {
  const people = { respondent, public: anybody, panelMember };
  return { everywhere, north, ...people, custodian, redactor, apiToken: none as Seen, system };
}

/** Of two deployments, one at each site. */
function monitoringRow(apiToken: Seen = none) {
  return { ...row(2, 1, none, none, none, 2), apiToken };
}

/** Two panels, one at each site, of two people each. */
function panelRow(
  everywhere: Seen,
  north: Seen,
  system: Seen,
  panelMember: Seen = none,
  redactor: Seen = none,
) {
  return row(everywhere, north, none, none, none, system, panelMember, redactor);
}
