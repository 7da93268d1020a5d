import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getDonePage } from '#app/services/answering/get-done-page.server.ts';
import { getItemPage } from '#app/services/answering/get-item-page.server.ts';
import { getReviewPage } from '#app/services/answering/get-review-page.server.ts';
import { formatCode } from '#app/services/answering/personal-code.server.ts';
import { resumeBallot } from '#app/services/answering/resume-ballot.server.ts';
import { savePage } from '#app/services/answering/save-page.server.ts';
import { submitBallot } from '#app/services/answering/submit-ballot.server.ts';
import { withdrawBallot } from '#app/services/answering/withdraw-ballot.server.ts';
import { moveWaveBatch } from '#app/services/batches/move-wave-batch.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { answerAndSend, beginAndConsent, look, wanted } from './fielded.ts';
import { fieldWords, wordsInstrument, writeAndSend, writePage } from './words-study.ts';

const secret = 'The night shift taught me to doubt the machine.';
const page = wordsInstrument.pages.length;

describeOnDatabases('words of a respondent', () => {
  const shown = async (ballot: Parameters<typeof getItemPage>[0]['ballot']) => {
    const { items, open } = await getItemPage({ ballot, number: page, wanted });
    return { items, open };
  };

  it('come back when the page is opened again, with the choice about quoting', async () => {
    const ballot = await beginAndConsent(await fieldWords());
    expect((await shown(ballot)).open).toEqual(['why', 'more']);
    await writePage(ballot, { why: `  ${secret}\r\nReally. `, quote: true });
    const { items, open } = await shown(ballot);
    const text = `${secret}\nReally.`;
    expect(items[0]).toMatchObject({ id: 'why', text, mayQuote: true, isRefused: false });
    expect(items[1]).toMatchObject({ id: 'more', text: '', mayQuote: false });
    expect(open).toEqual(['more']);
    const review = await getReviewPage({ ballot, wanted });
    expect(review.items.at(-2)?.words).toEqual({ text, mayQuote: true });
    expect(review.items.at(-1)).toMatchObject({ id: 'more', value: undefined, page });
  });

  it('are kept on another device, by the code', async () => {
    const ballot = await beginAndConsent(await fieldWords());
    await writePage(ballot, { why: secret });
    const resumed = await resumeBallot(formatCode(ballot.code));
    if (!resumed.ok) throw new Error('the code is whole');
    expect((await shown(resumed.ballot)).items[0]).toMatchObject({ text: secret });
  });

  it('stand in a draft as nobody but who holds its code can read them', async () => {
    const study = await fieldWords();
    const ballot = await beginAndConsent(study);
    await writePage(ballot, { why: secret });
    const [draft] = await look<{ content: object }>(
      sql`select content from drafts where wave_id = ${study.waveId}`,
    );
    expect(JSON.stringify(draft?.content)).toMatch(/"words":/);
    expect(JSON.stringify(draft?.content)).not.toContain('night');
  });

  it('are emptied again, refused, or written after all', async () => {
    const ballot = await beginAndConsent(await fieldWords());
    const send = (fields: Record<string, string>) =>
      savePage({ ballot, pageId: 'own-words', fields: new Map(Object.entries(fields)), wanted });
    await writePage(ballot, { why: secret });
    expect((await send({ 'words.why': ' ' })).open).toContain('why');
    const refusal = { 'words.why': '', 'reason.why': 'prefer-not-to-say' };
    expect((await send(refusal)).open).toEqual(['more']);
    expect((await shown(ballot)).items[0]).toMatchObject({ isRefused: true });
    await send({ ...refusal, 'words.why': secret });
    expect((await shown(ballot)).items[0]).toMatchObject({ text: secret, isRefused: false });
  });

  it('too long are not cut and not saved: the page says so', async () => {
    const ballot = await beginAndConsent(await fieldWords());
    await expect(writePage(ballot, { why: 'a'.repeat(301) })).rejects.toMatchObject({
      ...{ code: 'invalid', reason: 'words-too-long' },
      values: { item: 'why', limit: 300, length: 301 },
    });
    await writePage(ballot, { why: `${'a'.repeat(149)}\r\n${'b'.repeat(150)}` });
    expect((await shown(ballot)).open).toEqual(['more']);
  });

  it('to a question of another page refuse the page', async () => {
    const ballot = await beginAndConsent(await fieldWords());
    const fields = new Map([['words.why', secret]]);
    await expect(
      savePage({ ballot, pageId: 'everyday-work', fields, wanted }),
    ).rejects.toMatchObject({ reason: 'answer-unknown' });
  });

  it('leave no trace among the answers that are sent', async () => {
    const study = await fieldWords();
    await writeAndSend(study, { why: secret, quote: true });
    await answerAndSend(study);
    const sent = await look<{ content: { answers: object } }>(
      sql`select content from inbox where wave_id = ${study.waveId}`,
    );
    const [first, second] = sent.map(({ content }) => content);
    expect(first?.answers).toEqual(second?.answers);
    expect(Object.keys(first ?? {}).sort()).toEqual(Object.keys(second ?? {}).sort());
    expect(JSON.stringify(sent)).not.toMatch(/night|why/);
    const waiting = await look<object>(
      sql`select item_id, language, text, may_quote from words_inbox
          where wave_id = ${study.waveId}`,
    );
    expect(waiting).toEqual([{ item_id: 'why', language: 'en', text: secret, may_quote: true }]);
  });

  it('wait, once sent, only where something was written', async () => {
    const study = await fieldWords();
    const ballot = await beginAndConsent(study);
    const fields = new Map([
      ['words.why', ''],
      ['reason.why', 'prefer-not-to-say'],
    ]);
    await savePage({ ballot, pageId: 'own-words', fields, wanted });
    await submitBallot({ ballot, completionMode: 'self' });
    expect(await look(sql`select 1 from words_inbox where wave_id = ${study.waveId}`)).toEqual([]);
  });

  it('are withdrawn with the draft, with the answers, and after these have joined the others', async () => {
    const study = await fieldWords();
    const wave = { organisationId: study.organisationId, waveId: study.waveId };
    const waiting = () =>
      look<{ text: string }>(
        sql`select text from words_inbox where wave_id = ${study.waveId} order by text`,
      );
    const draft = await beginAndConsent(study);
    await writePage(draft, { why: 'draft' });
    expect(await withdrawBallot(formatCode(draft.code))).toMatchObject({ deleted: 'everything' });
    const sent = await writeAndSend(study, { why: 'sent' });
    expect(await withdrawBallot(formatCode(sent.code))).toMatchObject({ deleted: 'everything' });
    expect(await waiting()).toEqual([]);
    const joined = await writeAndSend(study, { why: 'joined' });
    for (const why of ['second', 'third']) await writeAndSend(study, { why });
    expect(await moveWaveBatch(wave)).toBe(3);
    expect(await getDonePage({ ballot: joined, wanted })).toMatchObject({ canWithdraw: true });
    expect(await withdrawBallot(formatCode(joined.code))).toMatchObject({ deleted: 'words' });
    expect(await withdrawBallot(formatCode(joined.code))).toMatchObject({ deleted: 'nothing' });
    expect((await waiting()).map(({ text }) => text)).toEqual(['second', 'third']);
    expect(await getDonePage({ ballot: joined, wanted })).toMatchObject({ canWithdraw: false });
  });
});
