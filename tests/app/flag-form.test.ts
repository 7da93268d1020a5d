import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { action } from '#app/routes/_workspace.panels.$panelId.themes_.$codingId._index/route.tsx';
import { createAccount } from '#app/services/sign-in/create-account.server.ts';
import { signIn } from '#app/services/sign-in/sign-in.server.ts';
import { memberships } from '#db/schema/membership.ts';
import { cookieHeaders } from '#tests/support/cookies.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createWorkspace } from '#tests/support/workspace.ts';

const origin = 'http://localhost:3000';
const password = 'a long enough phrase';

describeOnDatabases('a flag without a reason', () => {
  it('is not taken, and the page says why with what was typed in it', async () => {
    const email = `${randomUUID()}@example.org`;
    const { organisationId } = await createWorkspace();
    const userId = await createAccount({ email, name: 'Ana', password });
    const role = 'facilitator';
    await withActor({ kind: 'system', organisationId: null }, (tx) =>
      tx.insert(memberships).values({ organisationId, userId, role, allSites: true }),
    );
    const signedIn = await signIn(new Headers(), { email, password });
    if (signedIn.outcome !== 'signed-in') throw new Error('the password is right');
    const headers = cookieHeaders(signedIn.cookies);
    headers.set('Origin', origin);
    const body = new URLSearchParams({ intent: 'flag', contributionId: randomUUID(), reason: ' ' });
    const request = new Request(`${origin}/x`, { method: 'POST', headers, body });
    const params = { panelId: randomUUID(), codingId: randomUUID() };
    expect(await action({ request, params, context: {} })).toMatchObject({
      init: { status: 400 },
      data: { result: { error: { reason: ['reason-missing'] }, initialValue: { reason: ' ' } } },
    });
  });
});
