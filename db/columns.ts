import { timestamp, uuid } from 'drizzle-orm/pg-core';

/** First in every key and index of a tenant table: it is what a distributed Postgres shards by. */
export const organisationId = () => uuid('organisation_id').notNull();

/** Version 4, never time-ordered: an identifier must not tell when its row was written. */
export const id = () => uuid('id').notNull().defaultRandom();

export const createdAt = () =>
  timestamp('created_at', { withTimezone: true }).notNull().defaultNow();
