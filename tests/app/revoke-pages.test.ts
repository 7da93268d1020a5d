import { expect, it } from 'vitest';
import { action as ofHooks } from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.hooks/route.tsx';
import { action as ofTokens } from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.tokens/route.tsx';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { signedInAs } from '#tests/support/signed-in.ts';
import { newSystem } from '#tests/services/register/new-system.ts';

describeOnDatabases('pages on which a hook or a token is revoked', () => {
  it('refuse what names none as one that is gone', async () => {
    const { headers, siteIds, organisationId, userId } = await signedInAs('model-owner');
    const member: Member = {
      ...{ kind: 'member', organisationId, userId },
      ...{ role: 'model-owner', siteIds: null },
    };
    const { systemId, deploymentId } = await newSystem(member, siteIds[0] ?? '');
    const answerOf = async (action: typeof ofHooks | typeof ofTokens, fields: object) => {
      const reply = (await action({
        request: new Request('http://localhost:3000/x', {
          ...{ method: 'POST', headers },
          body: new URLSearchParams({ intent: 'revoke', ...fields }),
        }),
        params: { systemId, deploymentId },
        context: {},
      })) as unknown as { data: { refusal: { code: string } }; init: { status: number } };
      return [reply.init.status, reply.data.refusal.code];
    };
    for (const hookId of ['', 'x', crypto.randomUUID()]) {
      expect(await answerOf(ofHooks, { hookId })).toEqual([409, 'hook-gone']);
    }
    expect(await answerOf(ofHooks, {})).toEqual([409, 'hook-gone']);
    for (const tokenId of ['', 'x', crypto.randomUUID()]) {
      expect(await answerOf(ofTokens, { tokenId })).toEqual([409, 'token-gone']);
    }
  });
});
