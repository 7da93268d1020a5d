import { expect, it } from 'vitest';
import { action } from '#app/routes/_workspace.settings.account_.second-factor/route.tsx';
import type { SecondFactorSetUp } from '#app/services/sign-in/second-factor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { password, signedInAs } from '#tests/support/signed-in.ts';

type Answer = { data: { setUp?: SecondFactorSetUp }; init?: { status?: number } | null };

describeOnDatabases('setting up an authenticator app', () => {
  it('keeps picture, key and backup codes on the page after a mistyped code', async () => {
    const { headers } = await signedInAs('administrator');
    const post = async (fields: Record<string, string>) => {
      const body = new URLSearchParams(fields);
      const request = new Request('http://localhost:3000/x', { method: 'POST', headers, body });
      return (await action({ request, params: {}, context: {} })) as Answer;
    };
    const begun = await post({ intent: 'start', password });
    const { sealed: setUp = '', secret, backupCodes } = begun.data.setUp ?? {};
    for (const code of ['000000', '']) {
      const refused = await post({ intent: 'finish', code, setUp });
      expect(refused.init?.status).toBe(400);
      expect(refused.data.setUp).toMatchObject({ secret, backupCodes });
    }
  });
});
