import { data, redirect } from '@remix-run/node';
import type { Member } from '#db/actor.server.ts';
import { listOwnMemberships } from '#db/queries/membership.server.ts';
import { auth } from '../auth.server.ts';
import { withActor } from '../database.server.ts';
import { authorise, type Permission } from '../permissions.ts';
import { chosenOrganisation } from './organisation-cookie.server.ts';
import { respond } from './to-response.server.ts';

export type SignedInUser = {
  id: string;
  name: string;
  email: string;
  twoFactorEnabled: boolean;
  /** In which they worked last. */
  language: string | null;
};

export async function getUser(request: Request): Promise<SignedInUser | null> {
  const session = await auth().api.getSession({ headers: request.headers });
  if (!session) return null;
  const { id, name, email, language = null } = session.user;
  return { id, name, email, language, twoFactorEnabled: session.user.twoFactorEnabled === true };
}

/** A form that came too late is lost, and the page that asks to sign in says so. */
function signInAddress({ url, method }: Request): string {
  const { pathname, search } = new URL(url);
  const lost = method === 'GET' ? '' : '&unsaved';
  return `/sign-in?to=${encodeURIComponent(pathname + search)}${lost}`;
}

export async function requireUser(request: Request): Promise<SignedInUser> {
  const user = await getUser(request);
  if (!user) throw redirect(signInAddress(request));
  return user;
}

/** The signed-in person as an actor of the organisation they chose, else of the one they joined first. */
export async function requireMember(request: Request): Promise<Member & { user: SignedInUser }> {
  const user = await requireUser(request);
  const memberships = await withActor({ kind: 'signed-in', userId: user.id }, (tx) =>
    listOwnMemberships(tx, { userId: user.id }),
  );
  const choice = await chosenOrganisation(request);
  const chosen = memberships.find(({ organisationId }) => organisationId === choice);
  const membership = chosen ?? memberships[0];
  if (!membership) throw redirect('/no-membership');
  // A choice that holds no longer may lead a reader on, but no change into another organisation.
  if (choice !== null && !chosen && request.method !== 'GET') {
    throw data({ code: 'organisation-changed' }, { status: 409 });
  }
  return {
    kind: 'member',
    organisationId: membership.organisationId,
    userId: user.id,
    role: membership.role,
    siteIds: membership.allSites ? null : membership.siteIds,
    user,
  };
}

/**
 * The member, if the role may do this at all: an action asks before it reads the form, so that nobody
 * is told what is wrong with a form they may not send. The service then asks about the sites.
 */
export async function requireMemberWho(
  request: Request,
  permission: Permission,
): Promise<Member & { user: SignedInUser }> {
  const member = await requireMember(request);
  return respond(() => {
    authorise(member, permission);
    return Promise.resolve(member);
  });
}
