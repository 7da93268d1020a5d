import { expect, it } from 'vitest';
import { requireUser } from '#app/http/session.server.ts';
import { loader } from '#app/routes/_index/route.tsx';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { signedInAs } from '#tests/support/signed-in.ts';

const origin = 'http://localhost:3000';

/** Where somebody who is signed out is led by a request. */
async function ledTo(address: string, method: 'GET' | 'POST'): Promise<string | null> {
  const thrown: unknown = await requireUser(new Request(origin + address, { method })).catch(
    (error: unknown) => error,
  );
  return thrown instanceof Response ? thrown.headers.get('Location') : null;
}

describeOnDatabases('who is signed in', () => {
  it('is known by the first page', async () => {
    const { headers } = await signedInAs('lay-member');
    const home = (request: Request) => loader({ request, params: {}, context: {} });
    expect(await home(new Request(origin, { headers }))).toEqual({ name: 'Ana' });
    expect(await home(new Request(origin))).toEqual({ name: null });
  });

  it('and who no longer is learns that what was sent is lost', async () => {
    expect(await ledTo('/studies/new?x=1', 'GET')).toBe('/sign-in?to=%2Fstudies%2Fnew%3Fx%3D1');
    expect(await ledTo('/studies/new', 'POST')).toBe('/sign-in?to=%2Fstudies%2Fnew&unsaved');
  });
});
