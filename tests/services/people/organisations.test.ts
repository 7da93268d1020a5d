import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { requireMember } from '#app/http/session.server.ts';
import { readForm } from '#app/http/read-form.server.ts';
import { chooseOrganisation } from '#app/http/organisation-cookie.server.ts';
import { action } from '#app/routes/switch-organisation/route.tsx';
import {
  acceptAsAccount,
  acceptAsNewcomer,
} from '#app/services/people/accept-invitation.server.ts';
import { getWorkspace } from '#app/services/people/get-workspace.server.ts';
import { inviteMember } from '#app/services/people/invite-member.server.ts';
import { listAudit } from '#app/services/audit/list-audit.server.ts';
import { addSite } from '#app/services/sites/add-site.server.ts';
import { signIn } from '#app/services/sign-in/sign-in.server.ts';
import type { MemberRole } from '#db/schema/membership.ts';
import { cookieHeaders } from '#tests/support/cookies.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';

const origin = 'http://localhost:3000';
const password = 'a long enough password';

async function invite(workspace: Workspace, email: string, role: MemberRole): Promise<string> {
  const administrator = await createMember(workspace, 'administrator');
  const scope = { allSites: true, siteIds: [] };
  const { link } = await inviteMember(administrator, { email, role, ...scope });
  return link?.split('/').at(-1) ?? '';
}

/** Administrator where they joined first, auditor in the second organisation. */
async function personOfTwo() {
  const [first, second] = [await createWorkspace(), await createWorkspace()];
  const email = `${randomUUID()}@example.org`;
  await acceptAsNewcomer(await invite(first, email, 'administrator'), { name: 'Ana', password });
  const signedIn = await signIn(new Headers(), { email, password });
  if (signedIn.outcome !== 'signed-in') throw new Error('the password is right');
  const headers = cookieHeaders(signedIn.cookies);
  const { user } = await requireMember(new Request(origin, { headers }));
  return { first, second, email, headers, user };
}

function post(headers: Headers, fields: Record<string, string>): Request {
  const all = new Headers(headers);
  all.set('Origin', origin);
  return new Request(`${origin}/switch-organisation`, {
    method: 'POST',
    headers: all,
    body: new URLSearchParams(fields),
  });
}

const submit = (request: Request) => action({ request, params: {}, context: {} });

describeOnDatabases('a person of two organisations', () => {
  it('with one lands in it and is offered no other', async () => {
    const { first, headers } = await personOfTwo();
    const member = await requireMember(new Request(origin, { headers }));
    expect(member).toMatchObject({ organisationId: first.organisationId, role: 'administrator' });
    expect((await getWorkspace(member)).otherOrganisations).toEqual([]);
  });

  it('changes with a form, has the role held there, and is audited there', async () => {
    const { first, second, email, headers, user } = await personOfTwo();
    const joined = await acceptAsAccount(await invite(second, email, 'administrator'), user);
    expect(joined).toBe(second.organisationId);
    const before = await requireMember(new Request(origin, { headers }));
    expect(before.organisationId).toBe(first.organisationId);
    const { otherOrganisations } = await getWorkspace(before);
    expect(otherOrganisations.map(({ id }) => id)).toEqual([second.organisationId]);

    const reply = await submit(post(headers, { to: second.organisationId }));
    expect(reply.status).toBe(303);
    expect(reply.headers.get('Location')).toBe('/start');
    const after = cookieHeaders(reply.headers, headers);
    const member = await requireMember(new Request(origin, { headers: after }));
    expect(member.organisationId).toBe(second.organisationId);
    await addSite(member, { name: 'Annex', country: 'KZ' });
    const actions = async (organisationId: string) => {
      const { entries } = await listAudit(
        { ...member, organisationId },
        { action: null, actor: null, from: null, to: null, page: 1 },
      );
      return entries.map((entry) => entry.action);
    };
    expect(await actions(second.organisationId)).toContain('site.added');
    expect(await actions(first.organisationId)).not.toContain('site.added');
  });

  it('cannot change to an organisation that is not theirs, whatever the cookie says', async () => {
    const { first, second, headers } = await personOfTwo();
    await expect(submit(post(headers, { to: second.organisationId }))).rejects.toMatchObject({
      init: { status: 404 },
    });
    const forged = new Headers(headers);
    const choice = await chooseOrganisation(second.organisationId);
    forged.set('Cookie', `${headers.get('Cookie')}; ${choice.split(';')[0]}`);
    const member = await requireMember(new Request(origin, { headers: forged }));
    expect(member.organisationId).toBe(first.organisationId);
    const changing = new Request(origin, { headers: forged, method: 'POST' });
    await expect(requireMember(changing)).rejects.toMatchObject({
      data: { code: 'organisation-changed' },
      init: { status: 409 },
    });
  });

  it('changes nothing from a page that another organisation showed', async () => {
    const { first, second, email, headers, user } = await personOfTwo();
    await acceptAsAccount(await invite(second, email, 'auditor'), user);
    const reply = await submit(post(headers, { to: second.organisationId }));
    const after = cookieHeaders(reply.headers, headers);
    const stale = post(after, { name: 'Annex', organisation: first.organisationId });
    await expect(readForm(stale)).rejects.toMatchObject({
      data: { code: 'organisation-changed' },
      init: { status: 409 },
    });
    const fresh = await readForm(post(after, { organisation: second.organisationId }));
    expect([...fresh.keys()]).toEqual([]);
  });
});
