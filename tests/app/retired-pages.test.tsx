import type { LoaderFunctionArgs } from '@remix-run/node';
import type { FunctionComponent } from 'react';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import SystemPage, {
  loader as loadSystem,
} from '#app/routes/_workspace.models.$systemId._index/route.tsx';
import ChangesPage, {
  loader as loadChanges,
} from '#app/routes/_workspace.models.$systemId.changes/route.tsx';
import NoticePage, {
  loader as loadNotice,
} from '#app/routes/_workspace.models.$systemId.changes_.notice/route.tsx';
import NewConditionPage, {
  loader as loadNewCondition,
} from '#app/routes/_workspace.models.$systemId.conditions_.new/route.tsx';
import DecidePage, {
  loader as loadDecide,
} from '#app/routes/_workspace.models.$systemId.decide/route.tsx';
import DeploymentsPage, {
  loader as loadDeployments,
} from '#app/routes/_workspace.models.$systemId.deployments/route.tsx';
import PlacePage, {
  loader as loadPlace,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId/route.tsx';
import DecidePlacePage, {
  loader as loadDecidePlace,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.decide/route.tsx';
import HooksPage, {
  loader as loadHooks,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.hooks/route.tsx';
import PlanPage, {
  loader as loadPlan,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.plan/route.tsx';
import CriteriaPage, {
  loader as loadCriteria,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.silent_.criteria/route.tsx';
import TokensPage, {
  loader as loadTokens,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.tokens/route.tsx';
import VersionPage, {
  loader as loadVersion,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.version/route.tsx';
import NewDeploymentPage, {
  loader as loadNewDeployment,
} from '#app/routes/_workspace.models.$systemId.deployments_.new/route.tsx';
import VersionsPage, {
  loader as loadVersions,
} from '#app/routes/_workspace.models.$systemId.versions/route.tsx';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { startPlan } from '#app/services/monitoring/start-plan.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { languages, type Language } from '#surveys/model/languages.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { signedInAs } from '#tests/support/signed-in.ts';
import { newSystem, plainYes } from '../services/register/new-system.ts';
import { attributesOf, plainText } from './components/support/markup.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

type Ids = { systemId: string; deploymentId: string };
type Loader = (args: LoaderFunctionArgs) => Promise<object>;
type PageOf = readonly [string, Loader, FunctionComponent];

const ofWhole: readonly PageOf[] = [
  ['the system', loadSystem, SystemPage],
  ['versions', loadVersions, VersionsPage],
  ['places', loadDeployments, DeploymentsPage],
  ['a new place', loadNewDeployment, NewDeploymentPage],
  ['changes', loadChanges, ChangesPage],
  ['a notice', loadNotice, NoticePage],
  ['a decision', loadDecide, DecidePage],
  ['a condition', loadNewCondition, NewConditionPage],
];
const ofPlace: readonly PageOf[] = [
  ['the place', loadPlace, PlacePage],
  ['a decision', loadDecidePlace, DecidePlacePage],
  ['another version', loadVersion, VersionPage],
  ['the plan', loadPlan, PlanPage],
  ['criteria', loadCriteria, CriteriaPage],
  ['tokens', loadTokens, TokensPage],
  ['hooks', loadHooks, HooksPage],
];
const toNew = /(?<!versions)\/(?:new(?:\?.*)?|notice|plan|decide|version|criteria)$/u;

describeOnDatabases('pages of what is retired', () => {
  let who: Awaited<ReturnType<typeof signedInAs>>;
  let own: Ids;
  let whole: Ids;
  let drafted: Ids;
  let owner: Member;

  beforeAll(async () => {
    who = await signedInAs('model-owner');
    const { organisationId, userId, siteIds } = who;
    const role = 'model-owner';
    owner = { kind: 'member', organisationId, userId, role, siteIds: null };
    own = await newSystem(owner, siteIds[0] ?? '');
    whole = await newSystem(owner, siteIds[0] ?? '');
    drafted = await newSystem(owner, siteIds[0] ?? '');
    const gone = { reason: 'x', decidedBy: 'x', decidedOn: today(), stage: 'retired' } as const;
    await decideStage(owner, { ...own, ...plainYes, ...gone, revision: 1 });
    const ofSystem = { ...whole, deploymentId: null };
    await decideStage(owner, { ...ofSystem, ...plainYes, ...gone, revision: 2 });
  });

  async function open([, load, Page]: PageOf, params: Ids, language: Language = 'en') {
    const query = `?lang=${language}`;
    const request = new Request(`http://localhost:3000/x${query}`, { headers: who.headers });
    const page = await load({ request, params, context: {} });
    return renderInRouter(
      <I18nextProvider i18n={await createI18n(language)}>
        <Page />
      </I18nextProvider>,
      query,
      undefined,
      page,
    );
  }

  const expectOver = (page: string) => {
    expect(plainText(page)).toContain('nothing new begins');
    expect(attributesOf(page, 'form', 'method')).not.toContain('post');
    const main = page.replaceAll(/<nav\b.*?<\/nav>/gsu, '');
    expect(attributesOf(main, 'a', 'href').filter((href) => toNew.test(href))).toEqual([]);
  };

  it.each(ofWhole)('of a system offer nothing new: %s', async (...page) => {
    expectOver(await open(page, whole));
  });

  it.each(ofPlace)('of a place offer nothing new: %s', async (...page) => {
    expectOver(await open(page, own));
    expectOver(await open(page, whole));
  });

  it('let a draft of a plan be thrown away, and nothing else of it', async () => {
    await startPlan(owner, drafted);
    const gone = { reason: 'x', decidedBy: 'x', decidedOn: today(), stage: 'retired' } as const;
    await decideStage(owner, { ...drafted, ...plainYes, ...gone, revision: 1 });
    const plan = ofPlace.find(([name]) => name === 'the plan') as PageOf;
    const page = await open(plan, drafted);
    expect(attributesOf(page, 'form', 'method').filter((method) => method === 'post')).toHaveLength(
      1,
    );
    expect(attributesOf(page, 'input', 'value')).toContain('discard');
  });

  it('offer to put history right, and say why nothing else, in every language', async () => {
    for (const language of languages) {
      const { t } = await createI18n(language);
      const page = await open(ofPlace[0] as PageOf, own, language);
      expect(plainText(page)).toContain(t('models:retired'));
      expect(attributesOf(page, 'a', 'href').join(' ')).toContain('/correct');
    }
  });
});
