import type { LoaderFunctionArgs } from '@remix-run/node';
import type { FunctionComponent } from 'react';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import SystemPage, {
  loader as loadSystem,
} from '#app/routes/_workspace.models.$systemId._index/route.tsx';
import NewConditionPage, {
  action as addToPlace,
  loader as loadNewCondition,
} from '#app/routes/_workspace.models.$systemId.conditions_.new/route.tsx';
import DecideSystemPage, {
  loader as loadDecideSystem,
} from '#app/routes/_workspace.models.$systemId.decide/route.tsx';
import PlacePage, {
  loader as loadPlace,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId/route.tsx';
import DecidePlacePage, {
  loader as loadDecidePlace,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.decide/route.tsx';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { MissingDuties } from '#app/components/models/missing-duties.tsx';
import { addCondition } from '#app/services/register/add-condition.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { endPerson } from '#app/services/register/end-person.server.ts';
import { getPeople } from '#app/services/register/get-people.server.ts';
import { suspendSystem } from '#app/services/register/suspend-system.server.ts';
import type { Duty } from '#app/services/register/missing-duties.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { languages, type Language } from '#surveys/model/languages.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { signedInAs } from '#tests/support/signed-in.ts';
import { newSystem, plainYes } from '../services/register/new-system.ts';
import { plainText, textsOf } from './components/support/markup.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

type Loader = (args: LoaderFunctionArgs) => Promise<object>;

type Ids = { systemId: string; deploymentId: string };

describeOnDatabases('pages on which somebody decides', () => {
  let who: Awaited<ReturnType<typeof signedInAs>>;
  let owner: Member;
  let ids: Ids;

  beforeAll(async () => {
    who = await signedInAs('model-owner');
    const { organisationId, userId, siteIds } = who;
    owner = { kind: 'member', organisationId, userId, role: 'model-owner', siteIds: null };
    ids = await newSystem(owner, siteIds[0] ?? '');
  });

  async function open(
    load: Loader,
    Page: FunctionComponent,
    {
      language = 'en',
      search = '',
      of = ids,
    }: { language?: Language; search?: string; of?: Ids } = {},
  ) {
    const query = `?lang=${language}${search}`;
    const request = new Request(`http://localhost:3000/x${query}`, { headers: who.headers });
    const page = await load({ request, params: of, context: {} });
    const i18n = await createI18n(language);
    return renderInRouter(
      <I18nextProvider i18n={i18n}>
        <Page />
      </I18nextProvider>,
      query,
      undefined,
      page,
    );
  }
  const pages = [
    ['the overview', loadSystem, SystemPage],
    ['a decision about the system', loadDecideSystem, DecideSystemPage],
    ['a decision about a place', loadDecidePlace, DecidePlacePage],
  ] as const satisfies [string, Loader, FunctionComponent][];

  /** The list under its title, as each of the pages shows it. */
  const missingIn = (markup: string) => {
    const from = markup.indexOf('What is missing or has to be settled');
    const [list = ''] = markup.slice(Math.max(from, 0)).split('</ul>');
    return from < 0 ? [] : textsOf(list, 'li');
  };
  it.each(pages)('%s shows what is missing', async (_, load, Page) => {
    expect(missingIn(await open(load, Page))).toEqual([
      'It is not said what happens when the system is down.',
      'The fallback was never tried.',
      'It is not said until when maintenance is paid for.',
      'The data protection impact assessment is not done.',
    ]);
  });

  it('the stop stands above everything else, of the whole and of a place, until it is made', async () => {
    const of = await newSystem(owner, who.siteIds[0] ?? '');
    const system = await open(loadSystem, SystemPage, { of });
    const place = await open(loadPlace, PlacePage, { of });
    expect(textsOf(system, 'summary')[0]).toBe('Stop it at every place');
    expect(textsOf(place, 'summary')[0]).toBe('Stop it at this place');
    for (const page of [system, place]) expect(textsOf(page, 'h2')[0]).toBe('Suspend at once');
    expect(place).toContain(`href="/models/${of.systemId}#stop"`);
    await suspendSystem(owner, { systemId: of.systemId, reason: 'Harm' });
    const stopped = plainText(await open(loadSystem, SystemPage, { of }));
    expect(stopped).not.toContain('Suspend at once');
    expect(stopped).toContain('Suspended as an emergency. Somebody has to decide');
  });

  it('a decision names the stages that it must fit', async () => {
    const place = await open(loadDecidePlace, DecidePlacePage);
    expect(textsOf(place, 'p').filter((text) => /system as a whole/u.test(text))).toEqual([
      ...['The system as a whole: In use', 'No place goes further than the system as a whole.'],
    ]);
    const system = plainText(await open(loadDecideSystem, DecideSystemPage));
    expect(system).toContain('Stages of its places');
    expect(system).toMatch(/Emergency\S* Pilot/u);
  });

  it('while the whole is suspended it names the own stage of each place, and says so', async () => {
    const of = await newSystem(owner, who.siteIds[0] ?? '');
    const decided = { reason: 'Harm', decidedBy: 'The board', decidedOn: today() };
    await decideStage(owner, {
      ...{ ...plainYes, ...decided, systemId: of.systemId, deploymentId: null },
      ...{ stage: 'suspended', revision: 2 },
    });
    for (const language of languages) {
      const { t } = await createI18n(language);
      const text = plainText(await open(loadDecideSystem, DecideSystemPage, { of, language }));
      expect(text).toMatch(new RegExp(`Emergency\\S* ${t('register:stage.pilot')}`, 'u'));
      expect(text).toContain(t('gates:stages.wholeSuspended'));
    }
    const before = plainText(await open(loadDecideSystem, DecideSystemPage));
    expect(before).not.toContain('The system as a whole is suspended');
  });

  it('what the list of what is missing says is not said again below it', async () => {
    const of = await newSystem(owner, who.siteIds[0] ?? '');
    for (const [revision, dueOn] of [
      [1, '2026-05-01'],
      [2, '2999-01-01'],
    ] as const) {
      await addCondition(owner, {
        ...{ systemId: of.systemId, deploymentId: of.deploymentId, revision, reason: 'x' },
        ...{ decidedBy: 'The board', decidedOn: '2026-04-01' },
        condition: {
          ...{ text: `Until ${dueOn}`, ownerId: null, ownerRole: null, owner: 'Bo' },
          ...{ dueOn, isBeforeNext: true },
        },
      });
    }
    const { systemId } = of;
    const { serving } = await getPeople(owner, { systemId });
    const lead = serving.find(({ role }) => role === 'clinical-lead');
    await endPerson(owner, { systemId, personId: lead?.id ?? '', untilOn: '2026-10-01' });
    const markup = await open(loadDecidePlace, DecidePlacePage, { of });
    const said = (text: string) => plainText(markup).split(text).length - 1;
    expect(said('Until 2026-05-01')).toBe(1);
    expect(said('Until 2999-01-01')).toBe(1);
    expect(said('There is no clinical lead.')).toBe(1);
    expect(said('Not named:')).toBe(0);
    // What holds up a further stage is asked for all the same.
    expect(markup).toContain('name="despite"');
  });

  it('a condition can be asked of a person or of whoever holds a role', async () => {
    const search = `&deployment=${ids.deploymentId}`;
    const text = plainText(await open(loadNewCondition, NewConditionPage, { search }));
    expect(text).toContain('The stage stays as it is: Pilot.');
    expect(text).toContain('The role: Clinical safety officer');
    expect(text).toContain('Ana');
  });

  it.each(['abc', ''])('a condition of a place that is none (“%s”) is not found', async (place) => {
    const opened = open(loadNewCondition, NewConditionPage, { search: `&deployment=${place}` });
    await expect(opened).rejects.toMatchObject({ init: { status: 404 } });
    const request = new Request(`http://localhost:3000/x?deployment=${place}`, {
      ...{ method: 'POST', headers: who.headers, body: new URLSearchParams() },
    });
    const sent = Promise.resolve(addToPlace({ request, params: ids, context: {} }));
    await expect(sent).rejects.toMatchObject({ init: { status: 404 } });
  });

  it.each(languages)('has words for all of it in %s', async (language) => {
    const shown = [];
    for (const [, load, Page] of pages) shown.push(await open(load, Page, { language }));
    shown.push(await open(loadNewCondition, NewConditionPage, { language }));
    const text = plainText(shown.join(' '));
    expect(text).not.toMatch(/\{\{|(?:stages|duties|duty|condition|decision)\.[a-zA-Z]/u);
  });
});

it('what a reader may not know is said to be left out, also where nothing else is missing', async () => {
  const i18n = await createI18n('en');
  const show = (duties: Duty[], unlooked: number) =>
    renderInRouter(
      <I18nextProvider i18n={i18n}>
        <MissingDuties systemId="s" duties={duties} unlooked={unlooked} />
      </I18nextProvider>,
    );
  const left = 'Of 2 sections that you may not read, nothing is said here.';
  expect(plainText(show([], 0))).not.toContain('nothing is said');
  expect(plainText(show([], 2))).toContain(left);
  const place = { site: 'North', unit: 'Emergency' };
  const path = '/deployments/d/monitoring/people';
  const shown = show([{ code: 'rubber-stamp', on: null, place, path }], 2);
  expect(plainText(shown)).toContain(left);
  expect(shown).toContain(`href="/models/s${path}"`);
});

it('what is awaited at several places is told of each, with its place and a way there', async () => {
  const i18n = await createI18n('en');
  const at = (unit: string): Duty => ({
    ...{ code: 'unratified', on: '2026-06-10', place: { site: 'North', unit } },
    path: `/deployments/${unit}#decisions`,
  });
  const duties = [at('Emergency'), at('Ward')];
  const shown = renderInRouter(
    <I18nextProvider i18n={i18n}>
      <MissingDuties systemId="s" duties={duties} unlooked={0} />
    </I18nextProvider>,
  );
  const [first, second] = textsOf(shown, 'li');
  expect(first).toMatch(/^\S*North\S*, \S*Emergency\S*: An emergency suspension must be decided/u);
  expect(second).toMatch(/^\S*North\S*, \S*Ward\S*: An emergency suspension must be decided/u);
  expect(shown).toContain('href="/models/s/deployments/Ward#decisions"');
});
