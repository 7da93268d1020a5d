import { eq } from 'drizzle-orm';
import { createElement } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { AboutFields } from '#app/components/panel/about-fields.tsx';
import { getDatabase } from '#app/database.server.ts';
import { panelCookie } from '#app/http/cookies.server.ts';
import { requirePerson } from '#app/http/panel-request.server.ts';
import { action as joinAction } from '#app/routes/join.$code.agree/route.tsx';
import { action as open, loader as look } from '#app/routes/panel.i.$token/route.tsx';
import { action as leave } from '#app/routes/panel.leave/route.tsx';
import { action as saveAbout, loader as about } from '#app/routes/panel.me.about/route.tsx';
import { loader as news } from '#app/routes/panel.news/route.tsx';
import PaymentsPage, { loader as payments } from '#app/routes/panel.me.payments/route.tsx';
import { action as save } from '#app/routes/panel.rounds.$roundId.prompts.$number/route.tsx';
import errors from '#app/i18n/en/errors.json' with { type: 'json' };
import { getRoundPage } from '#app/services/taking-part/get-round-page.server.ts';
import type { PanelPerson } from '#app/services/taking-part/require-panel-person.server.ts';
import { panelReports } from '#db/schema/panel-report.ts';
import { panels } from '#db/schema/panel.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import type { FilledPanel } from '#tests/support/filled-panel.ts';
import { activePerson, join, openPanel, tokenOf } from '#tests/support/panel-person.ts';
import { attributesOf } from './components/support/markup.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

const origin = 'http://localhost:3000';

describeOnDatabases('pages of people of a panel', () => {
  let panel: FilledPanel;
  let reader: PanelPerson;
  let cookie: string;
  beforeEach(async () => {
    panel = await openPanel();
    reader = await activePerson(panel);
    const { organisationId, panelId, memberId } = reader.actor;
    const pass = { organisationId, panelId, memberId, linkNumber: '0' };
    cookie = panelCookie.set(pass).split(';')[0] ?? '';
  });

  const post = (fields: Record<string, string>, query = '') =>
    new Request(`${origin}/panel${query}`, {
      method: 'POST',
      headers: { Origin: origin, Cookie: cookie },
      body: new URLSearchParams(fields),
    });

  it('send whoever has no pass to the page about links', async () => {
    const refused = await requirePerson(new Request(`${origin}/panel`)).catch((e: unknown) => e);
    expect((refused as Response).headers.get('Location')).toBe('/panel/link');
  });

  it('show a button under a personal link, use it up when it is pressed, and say so after', async () => {
    const params = { token: tokenOf((await join(panel)).link) };
    const request = () => new Request(`${origin}/panel/i/x`);
    const status = async () =>
      (await look({ request: request(), params, context: {} })).init?.status;
    expect(await status()).toBe(200);
    expect(await status()).toBe(200);
    const opened = await open({ request: post({}), params, context: {} });
    expect(opened.headers.get('Location')).toBe('/panel?lang=en');
    const fresh = opened.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    expect(await requirePerson(new Request(origin, { headers: { Cookie: fresh } }))).toMatchObject({
      panel: { id: panel.panelId },
    });
    expect(await status()).toBe(410);
  });

  it('keep what is written whichever button is pressed, another language too', async () => {
    const params = { roundId: panel.roundId, number: '1' };
    const press = async (fields: Record<string, string>) => {
      const shown = (await getRoundPage(reader, panel.roundId)).prompts[0]?.mark ?? '';
      const request = post({ total: '1', shown, ...fields });
      const reply = await save({ request, params, context: {} });
      if (reply instanceof Response) return reply.headers.get('Location');
      return (reply as { data: unknown }).data;
    };
    const kept = async () => (await getRoundPage(reader, panel.roundId)).prompts[0]?.draft;
    const here = `/panel/rounds/${panel.roundId}`;
    expect(await press({ text: 'One', lang: 'ar' })).toBe(`${here}/prompts/1?lang=ar`);
    expect(await kept()).toBe('One');
    expect(await press({ text: 'Two', register: 'easy-read' })).toMatch(/register=easy-read/);
    expect(await press({ text: 'Three', to: 'later' })).toBe(`${here}?done=saved`);
    expect(await press({ text: 'Four' })).toBe(`${here}/review`);
    expect(await kept()).toBe('Four');
    const long = 'x'.repeat(10_001);
    expect(await press({ text: long })).toMatchObject({
      refusal: { code: 'panel-text-long' },
      given: { text: long },
    });
  });

  it('refuse a sign that no table can hold, with a sentence, and lose nothing', async () => {
    const params = { roundId: panel.roundId, number: '1' };
    const request = post({ total: '1', shown: '', text: 'a\u0000b' });
    await expect(save({ request, params, context: {} })).rejects.toMatchObject({
      data: { code: 'unstorable-sign' },
      init: { status: 400 },
    });
    expect(errors['unstorable-sign']).toMatch(/\S{3}.*\.$/);
    expect((await getRoundPage(reader, panel.roundId)).prompts[0]?.draft).toBe('');
  });

  it('say beside payments what the panel tells people who receive benefits', async () => {
    const note = 'Ask the adviser on the second floor first.';
    await getDatabase()
      .update(panels)
      .set({ benefitsNote: { en: note } })
      .where(eq(panels.id, panel.panelId));
    const page = await payments({ request: post({}), params: {}, context: {} });
    expect(renderInRouter(createElement(PaymentsPage), '', undefined, page)).toContain(note);
  });

  it('bring back what was typed into a refused form to join', async () => {
    const fields = {
      key: 'a'.repeat(32),
      consentVersionId: panel.consentVersionId,
      language: 'en',
    };
    const request = post({ ...fields, consents: 'quote', name: 'Ana' });
    const reply = await joinAction({ request, params: { code: panel.channelCode }, context: {} });
    expect(reply).toMatchObject({
      data: { problems: ['read-missing', 'basis-missing'], given: { name: 'Ana' } },
      init: { status: 400 },
    });
  });

  it('keep what somebody says of themselves under the names the page gives its fields', async () => {
    const page = async () => await about({ request: post({}), params: {}, context: {} });
    const asked = (await page()).about;
    if (!asked) throw new Error('asked');
    const fields = renderInRouter(createElement(AboutFields, { about: asked, values: {} }));
    const [name = ''] = attributesOf(fields, 'input', 'name');
    await saveAbout({ request: post({ [name]: 'old' }), params: {}, context: {} });
    expect((await page()).bands).toMatchObject([{ stratumId: panel.stratumId, band: 'old' }]);
  });

  it('end the pass of who leaves, after a choice', async () => {
    const act = (fields: Record<string, string>) =>
      leave({ request: post(fields), params: {}, context: {} });
    expect(await act({})).toMatchObject({ init: { status: 400 } });
    const left = (await act({ words: 'keep' })) as Response;
    expect(left.headers.get('Set-Cookie')).toMatch(/^attune_panel=;/);
    await expect(act({ words: 'keep' })).rejects.toMatchObject({ init: { status: 410 } });
  });

  it('lead from the news to theme reports that anybody may read, and to none before', async () => {
    const { organisationId, panelId } = reader.actor;
    const title = { en: 'What matters' };
    const [report] = await getDatabase()
      .insert(panelReports)
      .values({
        ...{ organisationId, panelId, kind: 'themes', number: 99, content: { title } },
        ...{ contentHash: 'x', publishedOn: '2026-06-01', publishedBy: 'somebody' },
      })
      .returning({ id: panelReports.id });
    const ofPanel = eq(panels.id, panelId);
    const publish = (outcomesPublishedOn: string | null) =>
      getDatabase().update(panels).set({ outcomesPublishedOn }).where(ofPanel);
    const read = () =>
      news({
        request: new Request(`${origin}/panel/news`, { headers: { Cookie: cookie } }),
        ...{ params: {}, context: {} },
      });
    await publish(null);
    expect(await read()).toMatchObject({ reports: [], outcomes: null });
    await publish('2026-06-02');
    const { slug } = reader.panel;
    expect(await read()).toMatchObject({
      ...{ reports: [{ id: report?.id, slug, title }], outcomes: `/outcomes/${slug}` },
    });
  });
});
