import {
  boolean,
  foreignKey,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { organisations, sites } from './organisation.ts';
import { user } from './sign-in.ts';

export const memberRoles = [
  'administrator',
  'researcher',
  'translator',
  'facilitator',
  'moderator',
  'model-owner',
  'safety-officer',
  'board-chair',
  'secretary',
  'board-member',
  'lay-member',
  'data-custodian',
  'auditor',
] as const;
export type MemberRole = (typeof memberRoles)[number];

export const memberships = pgTable(
  'memberships',
  {
    organisationId: organisationId(),
    id: id(),
    userId: text('user_id').notNull(),
    role: text('role', { enum: memberRoles }).notNull(),
    /** Without it the membership reaches the sites of `membership_sites` alone. */
    allSites: boolean('all_sites').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    unique('memberships_user').on(table.organisationId, table.userId),
    foreignKey({ columns: [table.organisationId], foreignColumns: [organisations.id] }),
    foreignKey({ columns: [table.userId], foreignColumns: [user.id] }).onDelete('cascade'),
  ],
);

export const membershipSites = pgTable(
  'membership_sites',
  {
    organisationId: organisationId(),
    membershipId: uuid('membership_id').notNull(),
    siteId: uuid('site_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.membershipId, table.siteId] }),
    foreignKey({
      columns: [table.organisationId, table.membershipId],
      foreignColumns: [memberships.organisationId, memberships.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.organisationId, table.siteId],
      foreignColumns: [sites.organisationId, sites.id],
    }),
  ],
);

/** An offer of membership by a one-time link; the link itself is kept as a hash. */
export const memberInvitations = pgTable(
  'member_invitations',
  {
    organisationId: organisationId(),
    id: id(),
    email: text('email').notNull(),
    role: text('role', { enum: memberRoles }).notNull(),
    allSites: boolean('all_sites').notNull(),
    siteIds: uuid('site_ids').array().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: text('invited_by'),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({ columns: [table.organisationId], foreignColumns: [organisations.id] }),
  ],
);
