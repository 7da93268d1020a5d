import type { LoaderFunctionArgs } from '@remix-run/node';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import PlacePage, {
  loader,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId/route.tsx';
import { withActor } from '#app/database.server.ts';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { addCondition } from '#app/services/register/add-condition.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { getDeployment } from '#app/services/register/get-deployment.server.ts';
import { listDeployments } from '#app/services/register/list-deployments.server.ts';
import { suspendDeployment } from '#app/services/register/suspend-deployment.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import { stageEvents } from '#db/schema/deployment.ts';
import { languages, type Language } from '#surveys/model/languages.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { signedInAs } from '#tests/support/signed-in.ts';
import { newSystem, plainYes } from '../services/register/new-system.ts';
import { plainText } from './components/support/markup.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

type Ids = { systemId: string; deploymentId: string };

describeOnDatabases('the page of a place', () => {
  let who: Awaited<ReturnType<typeof signedInAs>>;
  let owner: Member;
  let north = '';

  beforeAll(async () => {
    who = await signedInAs('model-owner');
    const { organisationId, userId, siteIds } = who;
    owner = { kind: 'member', organisationId, userId, role: 'model-owner', siteIds: null };
    north = siteIds[0] ?? '';
  });

  const decided = { reason: 'Harm', decidedBy: 'The board', decidedOn: today() };
  const decideWhole = ({ systemId }: Ids, stage: LifecycleStage) =>
    decideStage(owner, {
      ...{ ...plainYes, ...decided, systemId, deploymentId: null, stage, revision: 2 },
    });

  async function open(params: Ids, language: Language = 'en') {
    const query = `?lang=${language}`;
    const request = new Request(`http://localhost:3000/x${query}`, { headers: who.headers });
    const args: LoaderFunctionArgs = { request, params, context: {} };
    const page = await loader(args);
    return plainText(
      renderInRouter(
        <I18nextProvider i18n={await createI18n(language)}>
          <PlacePage />
        </I18nextProvider>,
        query,
        undefined,
        page,
      ),
    );
  }

  it('offers an emergency stop, and asks for the decision about it, until the whole is retired', async () => {
    const running = await newSystem(owner, north);
    const waiting = await newSystem(owner, north);
    await suspendDeployment(owner, { ...waiting, reason: 'Harm' });
    await addCondition(owner, {
      ...{ ...running, ...decided, decidedOn: '2026-04-01', revision: 1 },
      condition: {
        ...{ text: 'Train the nurses', ownerId: null, ownerRole: null, owner: 'Ana' },
        ...{ dueOn: '2026-05-01', isBeforeNext: false },
      },
    });
    const late = 'Conditions whose day has passed';
    const before = await open(running);
    expect(before).toContain('Suspend at once');
    expect(before).toContain(late);
    expect(await open(waiting)).toContain('Suspended as an emergency.');
    await decideStage(owner, {
      ...{ ...waiting, ...plainYes, ...decided, stage: 'live', revision: 2 },
      ...{ outcome: 'declined', reviewOn: '2999-01-01' },
    });
    expect(await open(waiting)).toContain('It is reviewed again by');
    await decideWhole(running, 'retired');
    await decideWhole(waiting, 'retired');
    const after = await open(running);
    expect(after).not.toContain('Suspend at once');
    expect(after).not.toContain(late);
    await expect(suspendDeployment(owner, { ...running, reason: 'Harm' })).rejects.toMatchObject({
      reason: 'nothing-to-suspend',
    });
    const text = await open(waiting);
    expect(text).not.toContain('Suspended as an emergency.');
    expect(text).not.toContain('It is reviewed again by');
    expect(await getDeployment(owner, waiting)).toMatchObject({ ratifyBy: null, reviewOn: null });
    const { deployments } = await listDeployments(owner, waiting);
    expect(deployments).toMatchObject([{ stage: 'retired', ratifyBy: null }]);
  });

  it('says of a retired whole that it is for good, of a suspended one that it may go on', async () => {
    const retired = await newSystem(owner, north);
    const suspended = await newSystem(owner, north);
    await decideWhole(retired, 'retired');
    await decideWhole(suspended, 'suspended');
    for (const language of languages) {
      const { t } = await createI18n(language);
      const word = (stage: LifecycleStage) => t(`register:stage.${stage}`);
      const gone = await open(retired, language);
      expect(gone).toContain(t('gates:stages.retiredAsWhole', { own: word('pilot') }));
      expect(await open(suspended, language)).toContain(
        t('gates:stages.stoppedAsWhole', { whole: word('suspended'), own: word('pilot') }),
      );
      expect(gone).not.toMatch(/\{\{|gates:|stages\.[a-zA-Z]/u);
    }
  });

  it('names the stage that holds where a version runs all the same', async () => {
    const ids = await newSystem(owner, north);
    const { organisationId } = owner;
    // As it was recorded before retirement ended what runs.
    await withActor({ kind: 'system', organisationId }, (tx) =>
      tx.insert(stageEvents).values({
        ...{ organisationId, systemId: ids.systemId, number: 3, kind: 'decision' },
        ...{ stage: 'retired', reason: 'x', decidedBy: 'x', decidedOn: today(), recordedBy: 'x' },
      }),
    );
    expect(await open(ids)).toContain('at the stage “Retired” none should');
  });
});
