import { redirect } from '@remix-run/node';
import type { Member } from '#db/actor.server.ts';
import { listOwnMemberships } from '#db/queries/membership.server.ts';
import { auth } from '../auth.server.ts';
import { withActor } from '../database.server.ts';

export type SignedInUser = { id: string; name: string; email: string; twoFactorEnabled: boolean };

export async function getUser(request: Request): Promise<SignedInUser | null> {
  const session = await auth().api.getSession({ headers: request.headers });
  if (!session) return null;
  const { id, name, email } = session.user;
  return { id, name, email, twoFactorEnabled: session.user.twoFactorEnabled === true };
}

function signInAddress(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return `/sign-in?to=${encodeURIComponent(pathname + search)}`;
}

export async function requireUser(request: Request): Promise<SignedInUser> {
  const user = await getUser(request);
  if (!user) throw redirect(signInAddress(request));
  return user;
}

/** The signed-in person as an actor of their organisation. */
export async function requireMember(request: Request): Promise<Member & { user: SignedInUser }> {
  const user = await requireUser(request);
  const memberships = await withActor({ kind: 'signed-in', userId: user.id }, (tx) =>
    listOwnMemberships(tx, { userId: user.id }),
  );
  const membership = memberships[0];
  if (!membership) throw redirect('/no-membership');
  return {
    kind: 'member',
    organisationId: membership.organisationId,
    userId: user.id,
    role: membership.role,
    siteIds: membership.allSites ? null : membership.siteIds,
    user,
  };
}
