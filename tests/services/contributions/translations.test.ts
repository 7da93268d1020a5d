import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { checkTranslation } from '#app/services/contributions/check-translation.server.ts';
import { draftTranslation } from '#app/services/contributions/draft-translation.server.ts';
import { getTranslations } from '#app/services/contributions/get-translations.server.ts';
import { redactContribution } from '#app/services/contributions/redact-contribution.server.ts';
import { saveTranslation } from '#app/services/contributions/save-translation.server.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { ask, send, setUpPanel, type PanelBench } from './support/panel-bench.ts';

type Asked = { url: string; key: string | undefined; body: string };

describeOnDatabases('translations', () => {
  let bench: PanelBench;
  let model: Server;
  let url: string;
  const asked: Asked[] = [];
  let answer: (() => { status: number; body: string }) | null = null;

  beforeAll(async () => {
    bench = await setUpPanel();
    model = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString();
        asked.push({ url: request.url ?? '', key: request.headers.authorization, body });
        if (answer === null) return; // the model that never answers
        const { status, body: text } = answer();
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
      });
    });
    await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
  });
  afterAll(() => {
    model.closeAllConnections();
    model.close();
  });

  const says = (content: string) => () => ({
    status: 200,
    body: JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }),
  });

  async function received() {
    const { panel } = bench;
    const text = 'Call me on 07700 900123';
    const contributionId = await send(panel, { text, promptId: await ask(panel) });
    return { panelId: panel.panelId, contributionId };
  }

  async function redacted() {
    const ids = await received();
    const choice = { hide: [], words: '07700 900123' };
    await redactContribution(bench.moderator, { ...ids, revision: 1, choice });
    return ids;
  }

  const service = () => ({ url, model: 'small-1', key: 'secret' });

  it('are made by one person and checked by another, at the version that was read', async () => {
    const ids = await redacted();
    const { source } = await getTranslations(bench.translator, ids);
    const words = { language: 'de', text: 'Rufen Sie mich an', revision: 0, source } as const;
    await saveTranslation(bench.translator, { ...ids, ...words });
    await expect(saveTranslation(bench.other, { ...ids, ...words })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'translation-changed',
    });
    const check = (by = bench.facilitator, revision = 1) =>
      checkTranslation(by, { ...ids, language: 'de', revision });
    await expect(check(bench.translator)).rejects.toMatchObject({ reason: 'own-translation' });
    await expect(check(bench.facilitator, 9)).rejects.toMatchObject({
      reason: 'translation-changed',
    });
    await check();
    const checked = await getTranslations(bench.facilitator, ids);
    expect(checked.translations).toMatchObject([
      { origin: 'human', by: 'The translator', checkedBy: 'The facilitator' },
    ]);
    expect(checked.contribution.text).toBe('Call me on [left out]');
    await saveTranslation(bench.other, { ...ids, ...words, text: 'Bitte anrufen', revision: 2 });
    expect((await getTranslations(bench.facilitator, ids)).translations).toMatchObject([
      { text: 'Bitte anrufen', checkedBy: null },
    ]);
    await expect(
      saveTranslation(bench.other, { ...ids, ...words, language: 'en' }),
    ).rejects.toMatchObject({ reason: 'same-language' });
  });

  it('are never made of words that nobody has redacted', async () => {
    const ids = await received();
    answer = says('Nein');
    const before = asked.length;
    const refused = { reason: 'not-translatable' };
    const draft = { ...ids, language: 'de' } as const;
    await expect(
      draftTranslation(bench.translator, draft, { service: service() }),
    ).rejects.toMatchObject(refused);
    await expect(
      saveTranslation(bench.translator, { ...draft, text: 'x', revision: 0, source: '' }),
    ).rejects.toMatchObject(refused);
    expect(asked).toHaveLength(before);
  });

  it('are drafted by a model only where one is set up; the draft is the machine’s and unchecked', async () => {
    const ids = await redacted();
    const draft = { ...ids, language: 'es' } as const;
    await expect(
      draftTranslation(bench.translator, draft, { service: null }),
    ).rejects.toMatchObject({ reason: 'model-off' });
    answer = says(' Llámeme al [omitido] ');
    await draftTranslation(bench.translator, draft, { service: service() });
    const last = asked.at(-1);
    expect(last).toMatchObject({ url: '/v1/chat/completions', key: 'Bearer secret' });
    expect(last?.body).toContain('Call me on [left out]');
    expect(last?.body).not.toContain('07700');
    expect((await getTranslations(bench.translator, ids)).translations).toMatchObject([
      { origin: 'machine', by: 'small-1', text: 'Llámeme al [omitido]', checkedBy: null },
    ]);
    const trail = await getDatabase()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'contribution.machine-translated'));
    expect(trail.map(({ detail }) => detail)).toContainEqual({
      contribution: ids.contributionId,
      language: 'es',
      model: 'small-1',
    });
    // Whoever asked for the draft is a person who may check it.
    await checkTranslation(bench.translator, { ...ids, language: 'es', revision: 1 });
  });

  it.each([
    ['an error', () => ({ status: 500, body: '{}' })],
    ['something else', () => ({ status: 200, body: '{"choices":[]}' })],
    ['nothing', says('  ')],
    ['no JSON', () => ({ status: 200, body: 'oops' })],
    ['silence', null],
  ])(
    'are not there when the model answers with %s; the trail has it all the same',
    async (_title, given) => {
      const ids = await redacted();
      answer = given;
      await expect(
        draftTranslation(
          bench.translator,
          { ...ids, language: 'ru' },
          { service: service(), timeoutMs: 300 },
        ),
      ).rejects.toMatchObject({ reason: 'model-silent' });
      expect((await getTranslations(bench.translator, ids)).translations).toEqual([]);
      const trail = await getDatabase()
        .select()
        .from(auditEntries)
        .where(eq(auditEntries.action, 'contribution.machine-translated'));
      const about = trail.filter(
        ({ detail }) => (detail as { contribution: string }).contribution === ids.contributionId,
      );
      expect(about).toHaveLength(1);
    },
  );
});
