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

const panelSeen = ofSeen('panel_id', 'panels');
const ofPanel = `${organisation} and panel_id = attune.panel()`;
const ownOfPanel = `${ofPanel} and member_id = attune.panel_member()`;
const ownContribution = `${ofPanel} and attune.wrote(contribution_id)`;
const organisational = `${organisation} and (attune.sees_all_sites() or attune.sees_site(site_id))`;

/** A table of panels: what workspace members and the people of the panel may do; the system all. */
function panelTable(
  members: readonly Verb[],
  people: readonly Verb[] = [],
  rows = ownOfPanel,
): Grant[] {
  return [
    { role: 'member', verbs: members, rows: panelSeen },
    { role: 'panel-member', verbs: people, rows },
    system(all),
  ];
}

/** Tables of involvement and of panels; see `policies.ts`. */
export const panelPolicies: Record<string, readonly Grant[]> = {
  activities: [
    { role: 'member', verbs: edit, rows: organisational },
    {
      role: 'panel-member',
      verbs: read,
      rows: `${organisation} and exists (select 1 from panels p
        where p.organisation_id = activities.organisation_id and p.activity_id = activities.id)`,
    },
    system(all),
  ],
  activity_sessions: [
    {
      role: 'member',
      verbs: ['select', 'insert', 'delete'],
      rows: `${organisation} and exists (select 1 from activities a
        where a.organisation_id = activity_sessions.organisation_id
          and a.id = activity_sessions.activity_id)`,
    },
    system(all),
  ],
  panels: [
    { role: 'member', verbs: all, rows: organisational },
    { role: 'redactor', verbs: read, rows: organisational },
    { role: 'panel-member', verbs: read, rows: `${organisation} and id = attune.panel()` },
    {
      role: 'public',
      verbs: read,
      rows: 'slug = attune.key() and outcomes_published_on is not null',
    },
    system(all),
  ],
  panel_strata: panelTable(all, read, ofPanel),
  panel_targets: [
    ...(['member', 'panel-member'] as const).map((role) => ({
      role,
      verbs: role === 'member' ? all : read,
      rows: `${organisation} and exists (select 1 from panel_strata s
        where s.organisation_id = panel_targets.organisation_id
          and s.id = panel_targets.stratum_id)`,
    })),
    system(all),
  ],
  panel_channels: [
    ...panelTable(edit),
    { role: 'public', verbs: read, rows: 'code = attune.key()' },
  ],
  panel_consent_versions: panelTable(add, read, ofPanel),
  panel_members: [
    { role: 'member', verbs: edit, rows: panelSeen },
    {
      role: 'panel-member',
      verbs: edit,
      rows: `${ofPanel} and id = attune.panel_member()`,
    },
    { role: 'public', verbs: read, rows: 'link_hash = attune.key()' },
    system(all),
  ],
  panel_contacts: panelTable(all, all),
  // Nobody of the workspace reads what one person said of themselves: the system counts.
  panel_member_bands: panelTable([], all),
  panel_needs: panelTable(edit, all),
  panel_consents: panelTable(read, add),
  panel_askings: panelTable(edit, ['select', 'update']),
  // People of a panel are not asked what a survey asks.
  panel_rounds: panelTable(all, read, `${ofPanel} and state <> 'draft' and source = 'panel'`),
  panel_prompts: panelTable(all, read, ofPanel),
  panel_statements: panelTable(all, read, ofPanel),
  // Votes and ratings are read in counts alone.
  panel_votes: panelTable([], all),
  panel_ratings: panelTable([], ['insert'], ofPanel),
  panel_rating_marks: panelTable([], add),
  contribution_drafts: panelTable([], all),
  contributions: [
    ...panelTable(['select', 'update'], edit),
    { role: 'redactor', verbs: ['select', 'update'], rows: panelSeen },
  ],
  contribution_originals: [
    ...panelTable([], all, ownContribution),
    { role: 'redactor', verbs: ['select', 'update'], rows: panelSeen },
  ],
  contribution_events: [...panelTable(add, add), { role: 'redactor', verbs: add, rows: panelSeen }],
  // Translations of words that are taken out after all go with them.
  contribution_translations: [
    ...panelTable(all, ['select', 'delete'], ownContribution),
    { role: 'redactor', verbs: ['select', 'delete'], rows: panelSeen },
  ],
  // A concern is read by the person it is routed to; others may only raise one.
  safeguarding_concerns: [
    { role: 'member', verbs: ['insert'], rows: panelSeen },
    {
      role: 'member',
      verbs: ['select', 'update'],
      rows: `${organisation} and attune.safeguards(panel_id)`,
    },
    { role: 'panel-member', verbs: add, rows: ownOfPanel },
    system(all),
  ],
  quotes: panelTable(['select', 'insert', 'delete'], ['select', 'delete']),
  suggestions: panelTable(all, read, ofPanel),
  suggestion_contributions: panelTable(all, read, ownContribution),
  suggestion_decisions: panelTable(add, read, ofPanel),
  suggestion_changes: panelTable(add, read, ofPanel),
  panel_tellings: panelTable(edit, edit),
  panel_draws: panelTable(add, read, ofPanel),
  // Chances are equal where bands are: side by side they would tell who said the same.
  panel_draw_candidates: panelTable([], read),
  panel_target_changes: panelTable(add),
  panel_band_releases: panelTable([]),
  panel_departures: panelTable([], ['insert'], ofPanel),
  payment_rates: [
    { role: 'member', verbs: add, rows: organisation },
    { role: 'panel-member', verbs: read, rows: organisation },
    system(all),
  ],
  panel_payments: panelTable(edit, ['select', 'update']),
  panel_reports: panelTable(edit, read, ofPanel),
  panel_report_contributions: panelTable(add, read, ownContribution),
  panel_narratives: panelTable(all),
  panel_outputs: panelTable(all, read, ofPanel),
  panel_credits: panelTable(read, all),
  // Whether a system's gaps are shown is decided by who keeps the register.
  panel_systems: panelTable(['select', 'insert', 'delete'], read, ofPanel),
  codings: panelTable(edit, read, ofPanel),
  codes: panelTable(edit),
  themes: panelTable(all),
  codebook_events: panelTable(add),
  code_assignments: panelTable(all),
  double_readings: panelTable(all),
  // Answered by the workspace, taken away by nobody.
  theme_flags: panelTable(edit, add),
  theme_replies: panelTable(['select', 'update'], edit),
  theme_drafts: panelTable(all),
};
