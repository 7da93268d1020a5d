import { eq, inArray } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { session, twoFactor, user } from '../schema/sign-in.ts';

const columns = {
  id: user.id,
  name: user.name,
  email: user.email,
  twoFactorEnabled: user.twoFactorEnabled,
  language: user.language,
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

/** The language in which somebody works, for mails to them. */
export async function setLanguageOf(
  db: Database,
  { userId, language }: { userId: string; language: string },
): Promise<void> {
  await db.update(user).set({ language }).where(eq(user.id, userId));
}

/** The account needs its password alone from here on, and whoever is signed in with it is so no longer. */
export async function endSecondFactorOf(db: Database, params: { userId: string }): Promise<void> {
  const { userId } = params;
  await db.transaction(async (tx) => {
    await tx.delete(twoFactor).where(eq(twoFactor.userId, userId));
    await tx.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, userId));
    await tx.delete(session).where(eq(session.userId, userId));
  });
}
