import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { newStart } from '#app/services/answering/ballot.server.ts';
import { sendBallot } from '#app/services/answering/send-ballot.server.ts';
import { startInvitedBallot } from '#app/services/answering/start-ballot.server.ts';
import { applyReceipts } from '#app/services/batches/apply-receipts.server.ts';
import { closeWaveBatches } from '#app/services/batches/close-wave-batches.server.ts';
import { moveBatches } from '#app/services/batches/move-batches.server.ts';
import { describeOnOwnDatabases } from '#tests/support/databases.ts';
import { answerPage, consentTo, invite, look, setState, wanted } from '../answering/fielded.ts';
import { fieldWords, writePage, type WordsStudy } from '../answering/words-study.ts';

const people = 40;
const k = 5;

type Row = Record<string, unknown>;
type Whole = { xmin: string; whole: Row };

const rowsOf = (table: string) =>
  look<Whole>(
    sql`select xmin::text as xmin, to_jsonb(t) as whole from ${sql.identifier(table)} t
        order by ctid`,
  );

/** Every single value in a row, however deep. */
function valuesIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [JSON.stringify(value)];
  return Object.values(value).flatMap(valuesIn);
}

/** What tells rows apart: values that some have and others have not. */
function telling(rows: readonly Whole[]): Set<string> {
  const all = rows.map(({ whole }) => new Set(valuesIn(whole)));
  return new Set(all.flatMap((own) => [...own].filter((one) => !all.every((row) => row.has(one)))));
}

const around = ['contributions', 'contribution_originals', 'contribution_events', 'panel_rounds'];

describeOnOwnDatabases('a text and the answers beside which it was written', () => {
  let study: WordsStudy;

  /** Everybody answers in a way of their own and says who they are in their words, some of them. */
  async function answerAs(person: number): Promise<void> {
    const token = await invite(study);
    const { ballot, receipt } = await startInvitedBallot({ token, start: newStart(), wanted });
    await consentTo(study, ballot);
    await answerPage(ballot, 'everyday-work', {
      'nai-1': String(1 + (person % 5)),
      'nai-2': String(1 + (Math.floor(person / 5) % 5)),
      'nai-3': String(1 + (Math.floor(person / 25) % 5)),
    });
    if (person % 3 !== 0) await writePage(ballot, { why: `I am person ${person}` });
    await sendBallot({ ballot, completionMode: 'self', receipt });
  }

  beforeAll(async () => {
    study = await fieldWords({ minimumCellSize: k });
    for (let person = 0; person < people; person += 1) {
      await answerAs(person);
      if (person % 7 === 3 || person % 20 === 19) await moveBatches();
      if (person % 11 === 5) await applyReceipts();
    }
    await setState(study, { wave: 'closed' });
    await closeWaveBatches({ organisationId: study.organisationId, waveId: study.waveId });
    await applyReceipts();
  });

  it('are all there', async () => {
    expect(await rowsOf('responses')).toHaveLength(people);
    expect(await rowsOf('contributions')).toHaveLength(Math.floor((2 * people) / 3));
    expect(await rowsOf('words_inbox')).toEqual([]);
  });

  it('share no transaction, and neither does a text with an invitation or a used ballot', async () => {
    for (const other of ['responses', 'invitations', 'used_ballots', 'outbox']) {
      const theirs = new Set((await rowsOf(other)).map(({ xmin }) => xmin));
      for (const table of around) {
        const shared = (await rowsOf(table)).filter(({ xmin }) => theirs.has(xmin));
        expect(shared, `${table} and ${other}`).toEqual([]);
      }
    }
  });

  it('share no value by which one of them could be told from the others', async () => {
    for (const other of ['responses', 'invitations', 'used_ballots']) {
      const theirs = telling(await rowsOf(other));
      for (const table of ['contributions', 'contribution_originals', 'contribution_events']) {
        const shared = [...telling(await rowsOf(table))].filter((one) => theirs.has(one));
        expect(shared, `${table} and ${other}`).toEqual([]);
      }
    }
  });

  it('are told apart by nothing but their ids and words: no day, no hour, no order of coming', async () => {
    const texts = await rowsOf('contributions');
    const columns = Object.keys(texts[0]?.whole ?? {});
    const varying = columns.filter(
      (column) => new Set(texts.map(({ whole }) => JSON.stringify(whole[column]))).size > 1,
    );
    expect(varying).toEqual(['id']);
    const events = await rowsOf('contribution_events');
    expect(new Set(events.map(({ whole }) => whole['at'])).size).toBe(1);
  });

  it('come in batches of at least the minimum, but for the last, which lie in random order', async () => {
    const texts = await look<{ xmin: string; text: string }>(
      sql`select c.xmin::text as xmin, o.text from contributions c
          join contribution_originals o on o.contribution_id = c.id order by c.ctid`,
    );
    const batches = [...new Set(texts.map(({ xmin }) => xmin))].map((xmin) =>
      texts.filter((one) => one.xmin === xmin),
    );
    for (const batch of batches.slice(0, -1)) expect(batch.length).toBeGreaterThanOrEqual(k);
    const numbers = batches.map((batch) => batch.map(({ text }) => Number(text.split(' ').at(-1))));
    const isSorted = numbers.every((own) => own.every((n, i) => i === 0 || n > (own[i - 1] ?? 0)));
    expect(isSorted).toBe(false);
  });

  it('are not told by who wrote nothing: answers look the same', async () => {
    const responses = await rowsOf('responses');
    for (const { whole } of responses) {
      expect(Object.keys(whole['answers'] as Row)).not.toContain('why');
      expect(whole['item_codes']).toHaveLength(9);
    }
  });
});
