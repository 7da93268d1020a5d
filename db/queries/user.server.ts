import { eq, inArray } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { user } from '../schema/sign-in.ts';

const columns = {
  id: user.id,
  name: user.name,
  email: user.email,
  twoFactorEnabled: user.twoFactorEnabled,
};

/** Accounts lie outside the actors' reach: these take the database itself, never a transaction. */
export async function getUserByEmail(db: Database, params: { email: string }) {
  const [row] = await db
    .select(columns)
    .from(user)
    .where(eq(user.email, params.email.trim().toLowerCase()));
  return row;
}

export async function listUsers(db: Database, params: { ids: readonly string[] }) {
  if (params.ids.length === 0) return [];
  return db
    .select(columns)
    .from(user)
    .where(inArray(user.id, [...params.ids]));
}
