import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytesOfUuids, uuidsOfBytes, type UuidWords } from './uuid-words.ts';

/** First in every key and index of a tenant table: it is what a distributed Postgres shards by. */
export const organisationId = () => uuid('organisation_id').notNull();

/** Version 4, never time-ordered: an identifier must not tell when its row was written. */
export const id = () => uuid('id').notNull().defaultRandom();

export const createdAt = () =>
  timestamp('created_at', { withTimezone: true }).notNull().defaultNow();

/** As many uuids as one likes: an array of a million takes Postgres most of a second to read. */
export const uuidSet = customType<{ data: UuidWords; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (words) => Buffer.from(bytesOfUuids(words)),
  fromDriver: uuidsOfBytes,
});
