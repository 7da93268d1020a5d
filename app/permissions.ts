import type { Member } from '#db/actor.server.ts';
import type { MemberRole } from '#db/schema/membership.ts';
import { ServiceError } from './errors.ts';

type Rule = {
  roles: readonly MemberRole[];
  /** `organisation`: needs all sites. `sites`: the sites concerned must lie in the member's scope. */
  scope: 'organisation' | 'sites';
};

const board = ['board-chair', 'secretary', 'board-member', 'lay-member'] as const;
export const everybody = [
  'administrator',
  'researcher',
  'translator',
  'facilitator',
  'moderator',
  'model-owner',
  'safety-officer',
  ...board,
  'data-custodian',
  'auditor',
] as const satisfies readonly MemberRole[];

/** The one table of who may do what. */
export const permissions = {
  'people.read': { roles: ['administrator', 'auditor'], scope: 'organisation' },
  'people.manage': { roles: ['administrator'], scope: 'organisation' },
  'sites.read': { roles: everybody, scope: 'sites' },
  'sites.manage': { roles: ['administrator'], scope: 'organisation' },
  'instruments.read': { roles: everybody, scope: 'sites' },
  /** Wording of a draft. */
  'instruments.edit': { roles: ['researcher', 'translator'], scope: 'organisation' },
  /** Items, scoring and rights of a draft, and new drafts. */
  'instruments.design': { roles: ['researcher'], scope: 'organisation' },
  'instruments.publish': { roles: ['researcher'], scope: 'organisation' },
  'evidence.manage': { roles: ['researcher'], scope: 'organisation' },
  'studies.read': { roles: everybody, scope: 'sites' },
  'studies.edit': { roles: ['researcher'], scope: 'sites' },
  'invitations.read': { roles: ['researcher', 'administrator', 'auditor'], scope: 'sites' },
  'invitations.manage': { roles: ['researcher'], scope: 'sites' },
  'outbox.read': { roles: ['administrator'], scope: 'organisation' },
  'outbox.manage': { roles: ['administrator'], scope: 'organisation' },
  'results.read': {
    roles: ['researcher', 'safety-officer', ...board, 'data-custodian', 'auditor'],
    scope: 'sites',
  },
  /** Stopping a computation and asking for it again. Reading starts what it needs by itself. */
  'results.compute': {
    roles: ['researcher', 'safety-officer', ...board, 'data-custodian'],
    scope: 'sites',
  },
  /** Seeing means compared on results pages against what tests of the scale say. */
  'comparisons.open': { roles: ['researcher'], scope: 'sites' },
  'responses.import': { roles: ['researcher', 'data-custodian'], scope: 'sites' },
  'responses.export': { roles: ['data-custodian'], scope: 'organisation' },
  /** Who it is that a pseudonym of a confidential study stands for. */
  'pseudonyms.open': { roles: ['data-custodian'], scope: 'organisation' },
  'board.read': {
    roles: ['administrator', 'researcher', 'model-owner', 'safety-officer', ...board, 'auditor'],
    scope: 'sites',
  },
  'panels.read': {
    roles: ['facilitator', 'moderator', 'researcher', 'administrator', ...board, 'auditor'],
    scope: 'sites',
  },
  'panels.manage': { roles: ['facilitator'], scope: 'sites' },
  /** Names, addresses and needs of the people of a panel. */
  'panel-members.read': { roles: ['facilitator'], scope: 'sites' },
  'panel-members.manage': { roles: ['facilitator'], scope: 'sites' },
  /** Reading what nobody else has read yet, to take out what tells who somebody is. */
  'contributions.redact': { roles: ['facilitator', 'moderator'], scope: 'sites' },
  'contributions.moderate': { roles: ['facilitator', 'moderator'], scope: 'sites' },
  'contributions.translate': { roles: ['facilitator', 'translator'], scope: 'sites' },
  /** Choosing codes for what people wrote, from a codebook that others keep. */
  'themes.code': { roles: ['facilitator', 'moderator', 'researcher'], scope: 'sites' },
  /** The codebook, themes, what is read twice and what is decided about it. */
  'themes.manage': { roles: ['facilitator', 'researcher'], scope: 'sites' },
  'suggestions.manage': { roles: ['facilitator'], scope: 'sites' },
  'suggestions.decide': {
    roles: ['facilitator', 'board-chair', 'secretary'],
    scope: 'sites',
  },
  'panel-payments.read': { roles: ['facilitator', 'administrator', 'auditor'], scope: 'sites' },
  'panel-payments.manage': { roles: ['facilitator', 'administrator'], scope: 'sites' },
  /** What is offered to people throughout the organisation. */
  'payment-rates.read': {
    roles: ['facilitator', 'administrator', 'auditor'],
    scope: 'sites',
  },
  'payment-rates.manage': { roles: ['administrator', 'facilitator'], scope: 'organisation' },
  'panel-reports.publish': { roles: ['facilitator'], scope: 'sites' },
  /** The register of AI systems: what everybody of it may know. */
  'models.read': {
    roles: ['administrator', 'researcher', 'model-owner', 'safety-officer', ...board, 'auditor'],
    scope: 'sites',
  },
  /** Sections that are kept among those who decide, and among those who keep the register. */
  'models-board.read': {
    roles: ['model-owner', 'safety-officer', ...board, 'auditor'],
    scope: 'sites',
  },
  'models-private.read': { roles: ['model-owner', 'auditor'], scope: 'sites' },
  /** A system is the whole organisation's. */
  'models.manage': { roles: ['model-owner'], scope: 'organisation' },
  /**
   * Looking at a change of where data go: who keeps the register, and of the others whom a system names as owner or for
   * data protection.
   */
  'transfers.answer': {
    roles: ['administrator', 'researcher', 'model-owner', 'safety-officer', ...board],
    scope: 'organisation',
  },
  'datasets.manage': { roles: ['model-owner'], scope: 'organisation' },
  'deployments.manage': { roles: ['model-owner'], scope: 'sites' },
  'deployments.decide': { roles: ['model-owner', 'board-chair', 'secretary'], scope: 'sites' },
  /** At once, before anybody has decided. */
  'deployments.suspend': {
    roles: ['model-owner', 'safety-officer', 'board-chair'],
    scope: 'sites',
  },
  /** Plans of what is watched, the limits of charts, frozen bins. */
  'monitoring.manage': { roles: ['model-owner'], scope: 'sites' },
  'alerts.handle': { roles: ['model-owner', 'safety-officer', 'board-chair'], scope: 'sites' },
  /** How many false alarms a year the whole board accepts. */
  'alarm-budget.declare': { roles: ['board-chair', 'secretary'], scope: 'organisation' },
  'retention.read': {
    roles: ['administrator', 'data-custodian', 'auditor'],
    scope: 'organisation',
  },
  'retention.manage': { roles: ['data-custodian'], scope: 'organisation' },
  'audit.read': { roles: ['administrator', 'data-custodian', 'auditor'], scope: 'organisation' },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/**
 * Whether `member` may do `permission` on `siteIds`. Without sites, a site-scoped permission asks
 * only about the role: the database then shows the sites of the member alone.
 */
export function can(
  member: Pick<Member, 'role' | 'siteIds'>,
  permission: Permission,
  siteIds: readonly string[] = [],
): boolean {
  const rule: Rule = permissions[permission];
  if (!rule.roles.includes(member.role)) return false;
  const scope = member.siteIds;
  if (scope === null) return true;
  return rule.scope === 'sites' && siteIds.every((site) => scope.includes(site));
}

export function authorise(
  member: Pick<Member, 'role' | 'siteIds'>,
  permission: Permission,
  siteIds: readonly string[] = [],
): void {
  if (can(member, permission, siteIds)) return;
  const isRoleEnough = can({ role: member.role, siteIds: null }, permission);
  throw new ServiceError('forbidden', isRoleEnough ? 'forbidden-sites' : 'forbidden', {
    permission,
  });
}
