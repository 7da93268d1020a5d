import { all, ofSeen, organisation, read, system, type Grant } from './grants.ts';
import { monitoringPolicies } from './monitoring-policies.ts';
import { panelPolicies } from './panel-policies.ts';
import { registerPolicies } from './register-policies.ts';

const study = `${organisation} and study_id = attune.study()`;
const ballot = `${study} and ballot_hash = attune.ballot()`;
const site = `${organisation} and attune.sees_site(site_id)`;

const studySeen = (column: string) => ofSeen(column, 'study_sites', 'study_id');

/**
 * Every tenant table and who reaches which of its rows. It is applied after migrations (see
 * `access-statements.ts`); a table that is missing here has no grant at all.
 */
export const policies: Record<string, readonly Grant[]> = {
  organisations: [
    { role: 'member', verbs: read, rows: 'id = attune.organisation() or attune.belongs_to(id)' },
    { role: 'member', verbs: ['update'], rows: 'id = attune.organisation()' },
    { role: 'respondent', verbs: read, rows: 'id = attune.organisation()' },
    { role: 'panel-member', verbs: read, rows: 'id = attune.organisation()' },
    {
      role: 'system',
      verbs: ['select', 'insert'],
      rows: 'attune.organisation() is null or id = attune.organisation()',
    },
  ],
  sites: [
    { role: 'member', verbs: read, rows: `${organisation} and attune.sees_site(id)` },
    {
      role: 'member',
      verbs: ['insert', 'update'],
      rows: `${organisation} and attune.sees_all_sites()`,
    },
    { role: 'respondent', verbs: read, rows: organisation },
    system(['select', 'insert']),
  ],
  memberships: [
    { role: 'member', verbs: read, rows: `${organisation} or user_id = attune.user_id()` },
    {
      role: 'member',
      verbs: ['insert', 'update', 'delete'],
      rows: `${organisation} and attune.sees_all_sites()`,
    },
    system(['select', 'insert']),
  ],
  membership_sites: [
    {
      role: 'member',
      verbs: read,
      rows: `${organisation} or attune.owns_membership(organisation_id, membership_id)`,
    },
    {
      role: 'member',
      verbs: ['insert', 'delete'],
      rows: `${organisation} and attune.sees_all_sites()`,
    },
    system(['select', 'insert']),
  ],
  member_invitations: [
    { role: 'member', verbs: all, rows: `${organisation} and attune.sees_all_sites()` },
    { role: 'public', verbs: ['select'], rows: 'token_hash = attune.key()' },
    system(['select', 'insert', 'update', 'delete']),
  ],
  instruments: [
    { role: 'member', verbs: ['select', 'insert', 'update'], rows: organisation },
    system(['select', 'insert']),
  ],
  instrument_versions: [
    { role: 'member', verbs: all, rows: organisation },
    { role: 'respondent', verbs: read, rows: organisation },
    system(['select', 'insert']),
  ],
  evidence: [
    { role: 'member', verbs: ['select', 'insert', 'delete'], rows: organisation },
    system(['select', 'insert']),
  ],
  studies: [
    { role: 'member', verbs: ['select', 'update', 'delete'], rows: studySeen('id') },
    { role: 'member', verbs: ['insert'], rows: organisation },
    { role: 'respondent', verbs: read, rows: `${organisation} and id = attune.study()` },
    system(['select', 'insert', 'update']),
  ],
  study_sites: [
    { role: 'member', verbs: all, rows: site },
    { role: 'respondent', verbs: read, rows: study },
    system(['select', 'insert']),
  ],
  consent_versions: [
    { role: 'member', verbs: all, rows: studySeen('study_id') },
    { role: 'respondent', verbs: read, rows: study },
    system(['select', 'insert']),
  ],
  waves: [
    { role: 'member', verbs: all, rows: studySeen('study_id') },
    { role: 'respondent', verbs: read, rows: study },
    system(['select', 'insert', 'update']),
  ],
  study_links: [
    {
      role: 'member',
      verbs: all,
      rows: `${studySeen('study_id')} and (site_id is null or attune.sees_site(site_id))`,
    },
    { role: 'public', verbs: read, rows: 'code = attune.key()' },
    system(['select', 'insert']),
  ],
  invitations: [
    { role: 'member', verbs: all, rows: site },
    { role: 'public', verbs: ['select', 'update'], rows: 'token_hash = attune.key()' },
    {
      role: 'panel-member',
      verbs: read,
      rows: `${organisation} and panel_member_id = attune.panel_member()`,
    },
    { role: 'custodian', verbs: read, rows: study },
    system(['select', 'insert', 'update', 'delete']),
  ],
  outbox: [
    { role: 'member', verbs: ['insert'], rows: organisation },
    // A mail holds a link that works in its recipient's name: site-scoped members reach those of
    // invitations to their sites alone.
    {
      role: 'member',
      verbs: ['select', 'delete'],
      rows: `${organisation} and (attune.sees_all_sites() or exists (
        select 1 from invitations i
        where i.organisation_id = outbox.organisation_id and i.id = outbox.invitation_id))`,
    },
    system(all),
  ],
  // Members have no grant on what is transient: an answer under way is nobody's to watch.
  drafts: [
    { role: 'respondent', verbs: all, rows: ballot },
    { role: 'public', verbs: read, rows: 'ballot_hash = attune.key()' },
    system(['select', 'delete']),
  ],
  // `update` on the inbox is what locking its rows for a batch asks for.
  inbox: [
    { role: 'respondent', verbs: ['select', 'insert', 'delete'], rows: ballot },
    { role: 'public', verbs: read, rows: 'ballot_hash = attune.key()' },
    system(all),
  ],
  words_inbox: [
    { role: 'respondent', verbs: ['select', 'insert', 'delete'], rows: ballot },
    system(all),
  ],
  // No delete for a respondent: a ballot that was used or withdrawn stays so.
  used_ballots: [
    { role: 'respondent', verbs: ['select', 'insert'], rows: ballot },
    { role: 'public', verbs: read, rows: 'ballot_hash = attune.key()' },
    system(['select', 'insert', 'delete']),
  ],
  completion_receipts: [{ role: 'respondent', verbs: ['insert'], rows: organisation }, system(all)],
  responses: [
    { role: 'member', verbs: ['select', 'insert'], rows: site },
    system(['select', 'insert', 'delete']),
  ],
  pseudonym_keys: [
    // One entry at a time: whoever opens it names the pseudonym or the person.
    {
      role: 'custodian',
      verbs: read,
      rows: `${organisation} and exists (select 1 from invitations i
        where i.organisation_id = pseudonym_keys.organisation_id
          and i.id = pseudonym_keys.invitation_id
          and attune.key() in (pseudonym_keys.pseudonym_id::text, i.panel_member_id::text))`,
    },
    // A person's own: without it their answers of two waves could not carry one pseudonym.
    {
      role: 'panel-member',
      verbs: ['select', 'insert', 'delete'],
      rows: `${organisation} and exists (select 1 from invitations i
        where i.organisation_id = pseudonym_keys.organisation_id
          and i.id = pseudonym_keys.invitation_id
          and i.panel_member_id = attune.panel_member())`,
    },
    system(['insert', 'delete']),
  ],
  response_imports: [{ role: 'member', verbs: ['select', 'insert'], rows: studySeen('study_id') }],
  import_drafts: [
    { role: 'member', verbs: all, rows: `${organisation} and user_id = attune.user_id()` },
    system(['select', 'delete']),
  ],
  analysis_runs: [
    {
      role: 'member',
      verbs: ['select', 'insert', 'update'],
      rows: `${organisation} and site_scope = attune.site_scope()`,
    },
    system(all),
  ],
  comparability_overrides: [
    { role: 'member', verbs: ['select', 'insert', 'delete'], rows: studySeen('study_id') },
    system(read),
  ],
  ...panelPolicies,
  ...registerPolicies,
  ...monitoringPolicies,
  audit_entries: [
    { role: 'member', verbs: ['select', 'insert'], rows: organisation },
    { role: 'custodian', verbs: ['select', 'insert'], rows: organisation },
    { role: 'redactor', verbs: ['select', 'insert'], rows: organisation },
    system(['select', 'insert']),
  ],
  deletion_records: [
    { role: 'member', verbs: read, rows: studySeen('study_id') },
    system(['select', 'insert']),
  ],
};

/** Tables outside row-level security, each with its reason. */
export const unprotectedTables: Record<string, string> = {
  user: 'sign-in: read before an organisation is known; actors have no grant on it',
  session: 'sign-in: actors have no grant on it',
  account: 'sign-in: actors have no grant on it',
  verification: 'sign-in: actors have no grant on it',
  two_factor: 'sign-in: actors have no grant on it',
  rate_limits: 'counters by hashed token or account; actors have no grant on it',
};
