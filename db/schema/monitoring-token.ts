import {
  date,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, organisationId } from '../columns.ts';
import { within } from '../references.ts';
import { deployments } from './deployment.ts';

/** What a token may do for its deployment. */
export const tokenScopes = ['monitoring:write', 'monitoring:read'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** By which a machine speaks for one deployment. Shown once; a keyed hash is kept. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    organisationId: organisationId(),
    id: id(),
    deploymentId: uuid('deployment_id').notNull(),
    /** Which machine has it. */
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    /** Its last symbols, by which people tell tokens apart. */
    ending: text('ending').notNull(),
    scopes: text('scopes', { enum: tokenScopes }).array().notNull(),
    /** The last day on which it is accepted. */
    expiresOn: date('expires_on').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    revokedBy: text('revoked_by'),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    // Whoever presents a token says no organisation.
    unique('api_tokens_hash').on(table.tokenHash),
    index('api_tokens_of').on(table.organisationId, table.deploymentId),
    within(table.organisationId, table.deploymentId, deployments),
  ],
);
