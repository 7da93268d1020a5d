import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { closeConcern } from '#app/services/safeguarding/close-concern.server.ts';
import { findConcern } from '#app/services/safeguarding/find-concern.ts';
import { getConcern } from '#app/services/safeguarding/get-concern.server.ts';
import { getSafeguarding } from '#app/services/safeguarding/get-safeguarding.server.ts';
import {
  concernKinds,
  safeguardingPhrases,
} from '#app/services/safeguarding/safeguarding-phrases.ts';
import { seeConcern } from '#app/services/safeguarding/see-concern.server.ts';
import { safeguardingConcerns } from '#db/schema/safeguarding.ts';
import { panels } from '#db/schema/panel.ts';
import { languages } from '#surveys/model/languages.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { ask, send, setUpPanel, type PanelBench } from '../contributions/support/panel-bench.ts';

describe('phrases that may be a sign', () => {
  it.each([
    ['I want to KILL  myself', 'self-harm'],
    ['I can’t go on', 'self-harm'],
    ['Я больше не хочу жить.', 'self-harm'],
    ['Менің өлгім келеді', 'self-harm'],
    ['Ich möchte sterben', 'self-harm'],
    ['quiero morirme', 'self-harm'],
    ['أريد أن أموت', 'self-harm'],
    ['我真的不想活了', 'self-harm'],
    ['My husband hits me', 'abuse'],
    ['Мой муж бьёт меня', 'abuse'],
    ['Er schlägt mich', 'abuse'],
    ['Mi marido me pegó', 'abuse'],
    ['زوجي يضربني', 'abuse'],
    ['I am scared to go home', 'danger'],
    ['في البيت حياتي في خطر', 'danger'],
    ['меня не кормят', 'neglect'],
    ['他们不给我药', 'neglect'],
  ])('are found in: %s', (text, kind) => {
    expect(findConcern(text)).toBe(kind);
  });

  it.each([
    'My father died on this ward and nobody called us.',
    'The pain was killing me, the waiting too.',
    'I was afraid of the operation.',
    'The new system hit me as useful.'.replace('hit me', 'struck me'),
    'Мой отец умер в больнице, мы долго ждали.',
    'Әкем ауруханада қайтыс болды.',
    'Mein Vater ist gestorben, der Arzt schlug mir eine Operation vor.',
    'Mi padre murió; me quitaron la cita.',
    'توفي أبي في المستشفى وانتظرنا طويلا',
    '我父亲在医院去世了,我等了很久',
    'A beaten track; a beat of the heart; the suicide-free floor'.replace('suicide-free', 'quiet'),
  ])('are not seen in: %s', (text) => {
    expect(findConcern(text)).toBeNull();
  });

  it('stand in every language for every kind, each found as it is written', () => {
    for (const language of languages) {
      for (const kind of concernKinds) {
        const phrases = safeguardingPhrases[language][kind];
        expect(phrases.length, `${language} ${kind}`).toBeGreaterThan(4);
        for (const phrase of phrases) {
          const said = phrase.replaceAll('*', '').replaceAll('_ ', '');
          expect(findConcern(`… ${said}!`), phrase).not.toBeNull();
        }
      }
    }
  });
});

describeOnDatabases('a concern', () => {
  let bench: PanelBench;
  beforeAll(async () => {
    bench = await setUpPanel();
    await getDatabase()
      .delete(safeguardingConcerns)
      .where(eq(safeguardingConcerns.panelId, bench.panel.panelId));
  });

  async function raise(hoursAgo: number) {
    const { organisationId, panelId, memberIds } = bench.panel;
    const text = 'I want to die';
    const contributionId = await send(bench.panel, { text, promptId: await ask(bench.panel) });
    const concernId = randomUUID();
    await getDatabase()
      .insert(safeguardingConcerns)
      .values({
        ...{ organisationId, panelId, id: concernId, memberId: memberIds[0], contributionId },
        ...{ source: 'phrase', raisedAt: new Date(Date.now() - hoursAgo * 3_600_000) },
      });
    return { panelId, concernId };
  }

  it('is read by the named person alone, after they said that they look', async () => {
    const ids = await raise(30);
    const page = await getSafeguarding(bench.named, ids);
    expect(page).toMatchObject({ isNamed: true, released: { isOverdue: true } });
    expect(page.concerns.map(({ id }) => id)).toEqual([ids.concernId]);
    expect(await getConcern(bench.named, ids)).toMatchObject({
      isSeen: false,
      words: null,
      contact: null,
    });
    for (const reader of [bench.facilitator, bench.researcher]) {
      const counts = await getSafeguarding(reader, ids);
      expect(counts).toMatchObject({ isNamed: false, concerns: [] });
      expect(JSON.stringify(counts)).not.toContain(ids.concernId);
      await expect(getConcern(reader, ids)).rejects.toMatchObject({ code: 'not-found' });
      await expect(seeConcern(reader, ids)).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(getSafeguarding(bench.translator, ids)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await seeConcern(bench.named, ids);
    await expect(seeConcern(bench.named, ids)).rejects.toMatchObject({ reason: 'concern-changed' });
    const seen = await getConcern(bench.named, ids);
    expect(seen.words?.text).toBe('I want to die');
    expect(seen.contact?.email).toContain('@example.org');
    expect((await getSafeguarding(bench.facilitator, ids)).released.isOverdue).toBe(false);
  });

  it('is closed once it was seen, with what was done, once', async () => {
    const ids = await raise(1);
    const close = () => closeConcern(bench.named, { ...ids, action: 'We spoke by phone' });
    await expect(close()).rejects.toMatchObject({ reason: 'concern-changed' });
    await seeConcern(bench.named, ids);
    await close();
    await expect(close()).rejects.toMatchObject({ reason: 'concern-changed' });
    expect((await getConcern(bench.named, ids)).concern).toMatchObject({
      action: 'We spoke by phone',
    });
  });

  it('is counted for others from the minimum on, with the hours until it was seen', async () => {
    const { panelId } = bench.panel;
    expect((await getSafeguarding(bench.facilitator, { panelId })).released.figures).toBeNull();
    await getDatabase().update(panels).set({ minimumGroup: 1 }).where(eq(panels.id, panelId));
    const { released } = await getSafeguarding(bench.facilitator, { panelId });
    expect(released.figures).toMatchObject({ concerns: 2, waiting: 0 });
    expect(released.figures?.longestHours).toBeCloseTo(30, 0);
    expect(released.figures?.medianHours).toBeCloseTo(15.5, 0);
  });
});
