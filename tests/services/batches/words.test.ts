import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { closeWaveBatches } from '#app/services/batches/close-wave-batches.server.ts';
import { moveBatches } from '#app/services/batches/move-batches.server.ts';
import { moveWaveWords } from '#app/services/batches/move-wave-words.server.ts';
import { shuffleWaiting } from '#app/services/batches/shuffle-waiting.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { look, setState } from '../answering/fielded.ts';
import { fieldWords, writeAndSend, type WordsStudy } from '../answering/words-study.ts';

type Kept = {
  source: string;
  member_id: string | null;
  consent_id: string | null;
  may_quote: boolean;
  language: string;
  register: string;
  state: string;
  sent_on: string;
  created_at: string;
  round_id: string;
  text: string;
};

describeOnDatabases('words that were sent', () => {
  let study: WordsStudy;
  beforeEach(async () => {
    study = await fieldWords();
  });
  const wave = () => ({ organisationId: study.organisationId, waveId: study.waveId });

  const kept = () =>
    look<Kept>(
      sql`select c.source, c.member_id, c.consent_id, c.may_quote, c.language, c.register, c.state,
            c.sent_on::text, c.created_at::text, c.round_id, o.text
          from contributions c join contribution_originals o on o.contribution_id = c.id
          where c.panel_id = ${study.panelId} order by o.text`,
    );
  const waiting = async () => {
    const [row] = await look<{ n: number }>(
      sql`select count(*)::int as n from words_inbox where wave_id = ${study.waveId}`,
    );
    return row?.n;
  };

  it('wait until the minimum is together, in their language, and then go without a name or a time', async () => {
    for (const why of ['one', 'two']) await writeAndSend(study, { why });
    await writeAndSend(study, { why: 'واحد', language: 'ar' });
    expect(await moveWaveWords(wave())).toBe(0);
    await writeAndSend(study, { why: 'three', quote: true });
    expect(await moveWaveWords(wave())).toBe(3);
    expect(await waiting()).toBe(1);
    const rows = await kept();
    expect(rows.map(({ text, may_quote: mayQuote }) => [text, mayQuote])).toEqual([
      ['one', false],
      ['three', true],
      ['two', false],
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({
        ...{ source: 'survey', member_id: null, consent_id: null, language: 'en' },
        ...{ register: 'standard', state: 'received', sent_on: '2026-03-01' },
      });
      expect(row.created_at).toMatch(/^2026-03-01 00:00:00/);
    }
  });

  it('go item by item into rounds of the panel that carry the question and no more', async () => {
    for (const n of [1, 2, 3]) await writeAndSend(study, { why: `why ${n}`, more: `more ${n}` });
    expect(await moveWaveWords(wave())).toBe(6);
    const rounds = await look(
      sql`select r.number, r.source, r.state, r.title ->> 'en' as title, r.intro ->> 'en' as intro,
            r.opened_on::text as day, p.kind, p.text ->> 'en' as prompt,
            (select count(*)::int from contributions c where c.round_id = r.id) as texts
          from panel_rounds r join panel_prompts p on p.round_id = r.id
          where r.panel_id = ${study.panelId} order by r.number`,
    );
    const same = { source: 'survey', state: 'open', intro: 'Readiness: 1', day: '2026-03-01' };
    expect(rounds).toEqual([
      { ...same, number: 1, title: 'Why?', kind: 'free-text', prompt: 'Why?', texts: 3 },
      { ...same, number: 2, title: 'And?', kind: 'free-text', prompt: 'And?', texts: 3 },
    ]);
    for (const n of [4, 5, 6]) await writeAndSend(study, { why: `why ${n}` });
    expect(await moveWaveWords(wave())).toBe(3);
    expect(new Set((await kept()).map(({ round_id: id }) => id)).size).toBe(2);
  });

  it('go all together once the wave is over, and their rounds close with it', async () => {
    await writeAndSend(study, { why: 'alone' });
    await setState(study, { wave: 'closed' });
    expect(await closeWaveBatches(wave())).toBe(1);
    expect((await kept()).map(({ text }) => text)).toEqual(['alone']);
    const states = await look(
      sql`select state from panel_rounds where panel_id = ${study.panelId}`,
    );
    expect(states).toEqual([{ state: 'closed' }]);
  });

  it('close their rounds also when nothing waited any more', async () => {
    for (const why of ['a', 'b', 'c']) await writeAndSend(study, { why });
    await moveBatches();
    await setState(study, { study: 'closed' });
    await moveBatches();
    const states = await look(
      sql`select state from panel_rounds where panel_id = ${study.panelId}`,
    );
    expect(states).toEqual([{ state: 'closed' }]);
  });

  it('are told to the person named for it when somebody may be in danger, with all that wait beside them', async () => {
    await writeAndSend(study, { why: 'Nothing to add' });
    await writeAndSend(study, { why: 'I want to kill myself' });
    expect(await moveWaveWords(wave())).toBe(2);
    const concerns = await look(
      sql`select s.member_id, s.source, s.raised_at::text as at, o.text
          from safeguarding_concerns s
          join contribution_originals o on o.contribution_id = s.contribution_id
          where s.panel_id = ${study.panelId}`,
    );
    expect(concerns).toMatchObject([
      { member_id: null, source: 'phrase', text: 'I want to kill myself' },
    ]);
    expect((concerns[0] as { at: string }).at).toMatch(/ 00:00:00/);
    const mails = await look<{ recipient: string; body: string }>(
      sql`select recipient, body from outbox where organisation_id = ${study.organisationId}`,
    );
    expect(mails.map(({ recipient }) => recipient)).toEqual([`${study.named.userId}@example.org`]);
    expect(mails[0]?.body).not.toContain('kill');
  });

  it('that must wait longer lie in no order', async () => {
    for (const why of ['a', 'b']) await writeAndSend(study, { why });
    await shuffleWaiting(wave());
    const [row] = await look<{ n: number }>(
      sql`select count(distinct xmin::text)::int as n from words_inbox
          where wave_id = ${study.waveId}`,
    );
    expect(row?.n).toBe(1);
    expect(await waiting()).toBe(2);
  });
});
