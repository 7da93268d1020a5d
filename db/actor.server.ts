import type { Database, Transaction } from './database.ts';
import type { MemberRole } from './schema/membership.ts';
import { databaseRoles, type DatabaseRole } from './access/roles.ts';
import { transactionAfter } from './transaction.server.ts';

export type Member = {
  kind: 'member';
  organisationId: string;
  userId: string;
  role: MemberRole;
  /** `null`: every site. */
  siteIds: readonly string[] | null;
};
/** Signed in, no organisation chosen yet: sees the own memberships alone. */
export type SignedIn = { kind: 'signed-in'; userId: string };
export type Respondent = {
  kind: 'respondent';
  organisationId: string;
  studyId: string;
  ballotHash: string | null;
};
/** Anybody who presents a key: an open link's code, or the hash of a one-time token or resume code. */
export type Public = { kind: 'public'; key: string };
/** Somebody in a panel, by the personal link or at the hand of a scribe: reaches the own rows alone. */
export type PanelMember = {
  kind: 'panel-member';
  organisationId: string;
  panelId: string;
  memberId: string;
};
/** A member of the organisation while reading words that nobody else has read. */
export type Redactor = Omit<Member, 'kind' | 'role'> & { kind: 'redactor' };
/** Opens one entry of a study's key: of the pseudonym, or of the person, that `key` names. */
export type Custodian = {
  kind: 'custodian';
  organisationId: string;
  userId: string;
  studyId: string;
  key: string;
};
/** A machine that speaks for one deployment. */
export type ApiToken = {
  kind: 'api-token';
  organisationId: string;
  deploymentId: string;
  tokenId: string;
};
/** Jobs and set-up; without an organisation it sees all of them. */
export type System = { kind: 'system'; organisationId: string | null };

export type Actor =
  Member | SignedIn | Respondent | Public | PanelMember | Redactor | Custodian | ApiToken | System;

/** The sites of an actor as policies and stored results spell them. */
export function siteScope(member: Pick<Member, 'siteIds'>): string {
  return member.siteIds === null ? '*' : [...member.siteIds].sort().join(',');
}

function databaseRole(actor: Actor): DatabaseRole {
  return actor.kind === 'signed-in' ? 'member' : actor.kind;
}

function settings(actor: Actor): Record<string, string> {
  switch (actor.kind) {
    case 'member':
    case 'redactor':
      return { organisation: actor.organisationId, user: actor.userId, sites: siteScope(actor) };
    case 'signed-in':
      return { user: actor.userId };
    case 'respondent':
      return {
        organisation: actor.organisationId,
        study: actor.studyId,
        ballot: actor.ballotHash ?? '',
      };
    case 'public':
      return { key: actor.key };
    case 'panel-member':
      return {
        organisation: actor.organisationId,
        panel: actor.panelId,
        panel_member: actor.memberId,
      };
    case 'custodian':
      return {
        organisation: actor.organisationId,
        user: actor.userId,
        study: actor.studyId,
        key: actor.key,
      };
    case 'api-token':
      return {
        organisation: actor.organisationId,
        deployment: actor.deploymentId,
        key: actor.tokenId,
      };
    case 'system':
      return { organisation: actor.organisationId ?? '' };
  }
}

const settingNames = [
  'organisation',
  'study',
  'ballot',
  'key',
  'user',
  'sites',
  'panel',
  'panel_member',
  'deployment',
];

/** Every setting, so that none is left from whoever had the connection before. */
const setUp = `select set_config('role', $1, true), ${settingNames
  .map((name, index) => `set_config('attune.${name}', $${index + 2}, true)`)
  .join(', ')}`;

/**
 * Runs `work` in one transaction that sees and writes what `actor` may, decided by the database.
 * Inside it only `tx` may be used: on the embedded database a query through another handle would
 * wait for this transaction for ever.
 */
export async function withActor<Result>(
  db: Database,
  actor: Actor,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const given = settings(actor);
  const values = settingNames.map((name) => given[name] ?? '');
  const role = databaseRoles[databaseRole(actor)];
  return transactionAfter(db, { text: setUp, values: [role, ...values] }, work);
}
