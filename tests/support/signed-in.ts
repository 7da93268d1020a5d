import { randomUUID } from 'node:crypto';
import { withActor } from '#app/database.server.ts';
import { createAccount } from '#app/services/sign-in/create-account.server.ts';
import { signIn } from '#app/services/sign-in/sign-in.server.ts';
import { memberships, type MemberRole } from '#db/schema/membership.ts';
import { cookieHeaders } from './cookies.ts';
import { createWorkspace } from './workspace.ts';

export const password = 'a long enough password';

/** Somebody of a new organisation, and what their browser sends. */
export async function signedInAs(role: MemberRole) {
  const email = `${randomUUID()}@example.org`;
  const workspace = await createWorkspace();
  const { organisationId } = workspace;
  const userId = await createAccount({ email, name: 'Ana', password });
  await withActor({ kind: 'system', organisationId: null }, (tx) =>
    tx.insert(memberships).values({ organisationId, userId, role, allSites: true }),
  );
  const result = await signIn(new Headers(), { email, password });
  if (result.outcome !== 'signed-in') throw new Error(result.outcome);
  const headers = cookieHeaders(result.cookies);
  headers.set('Origin', 'http://localhost:3000');
  return { ...workspace, userId, email, headers };
}
