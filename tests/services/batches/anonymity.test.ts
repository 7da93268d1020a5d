import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { newStart } from '#app/services/answering/ballot.server.ts';
import { sendBallot } from '#app/services/answering/send-ballot.server.ts';
import { startInvitedBallot } from '#app/services/answering/start-ballot.server.ts';
import { applyReceipts } from '#app/services/batches/apply-receipts.server.ts';
import { moveBatches } from '#app/services/batches/move-batches.server.ts';
import { describeOnOwnDatabases } from '#tests/support/databases.ts';
import {
  answerPage,
  consentTo,
  fieldStudy,
  invite,
  look,
  setState,
  wanted,
  type Fielded,
} from '../answering/fielded.ts';

const people = 60;
const k = 5;

/** Everybody answers a pattern of their own, so that a response tells whose it is if order does. */
function pattern(person: number): Record<string, string> {
  return {
    'nai-1': String(1 + (person % 5)),
    'nai-2': String(1 + (Math.floor(person / 5) % 5)),
    'nai-3': String(1 + (Math.floor(person / 25) % 5)),
  };
}

function personOf([first = 1, second = 1, third = 1]: number[]): number {
  return first - 1 + 5 * (second - 1) + 25 * (third - 1);
}

/** Spearman's rank correlation of a permutation with 0, 1, 2, … */
function orderCorrelation(order: readonly number[]): number {
  const n = order.length;
  const ranks = [...order].sort((a, b) => a - b);
  const squares = order.reduce((sum, value, i) => sum + (ranks.indexOf(value) - i) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

type Row = { table: string; xmin: string; ids: string[] };

const atRest = [
  'organisations',
  'studies',
  'waves',
  'invitations',
  'used_ballots',
  'drafts',
  'inbox',
  'completion_receipts',
  'deletion_records',
  'outbox',
];

async function rowsOf(table: string): Promise<Row[]> {
  const rows = await look<{ xmin: string; whole: Record<string, unknown> }>(
    sql`select xmin::text as xmin, to_jsonb(t) as whole from ${sql.identifier(table)} t`,
  );
  return rows.map(({ xmin, whole }) => ({
    table,
    xmin,
    ids: Object.values(whole).map((value) => JSON.stringify(value)),
  }));
}

describeOnOwnDatabases('anonymity at rest', () => {
  let fielded: Fielded;
  /** Per batch, the people whose answers were in it. */
  const batches: number[][] = [];

  async function answerAs(person: number): Promise<void> {
    const token = await invite(fielded);
    const { ballot, receipt } = await startInvitedBallot({ token, start: newStart(), wanted });
    await consentTo(fielded, ballot);
    await answerPage(ballot, 'everyday-work', pattern(person));
    await sendBallot({ ballot, completionMode: 'self', receipt });
  }

  beforeAll(async () => {
    batches.length = 0;
    fielded = await fieldStudy({ minimumCellSize: k, covariates: ['role'] });
    let inBatch: number[] = [];
    for (let person = 0; person < people; person += 1) {
      await answerAs(person);
      inBatch.push(person);
      // Batches come at odd moments, sometimes before enough wait and sometimes long after.
      if (person % 7 === 3 || person % 20 === 19) {
        if ((await moveBatches()) > 0) {
          batches.push(inBatch);
          inBatch = [];
        }
      }
      if (person % 11 === 5) await applyReceipts();
    }
  });

  async function responsesInOrder(): Promise<{ person: number; xmin: string; id: string }[]> {
    const rows = await look<{ item_codes: number[]; xmin: string; id: string }>(
      sql`select item_codes, xmin::text as xmin, id from responses
          where wave_id = ${fielded.waveId} order by ctid`,
    );
    return rows.map(({ item_codes, ...row }) => ({ person: personOf(item_codes), ...row }));
  }

  it('holds every answer once, in batches of at least the minimum', async () => {
    const responses = await responsesInOrder();
    expect(new Set(responses.map(({ person }) => person)).size).toBe(responses.length);
    expect(responses.length).toBe(batches.flat().length);
    const byTransaction = [...new Set(responses.map(({ xmin }) => xmin))].map((xmin) =>
      responses.filter((row) => row.xmin === xmin),
    );
    expect(byTransaction.length).toBe(batches.length);
    for (const batch of byTransaction) expect(batch.length).toBeGreaterThanOrEqual(k);
  });

  it('tells nothing by the physical order inside a batch', async () => {
    const responses = await responsesInOrder();
    const correlations = batches.map((batch) => {
      const order = responses.filter(({ person }) => batch.includes(person));
      return orderCorrelation(order.map(({ person }) => person));
    });
    const sameOrder = correlations.filter((correlation) => Math.abs(correlation) === 1);
    // By chance a shuffled batch of five keeps or reverses its order twice in 120 times.
    expect(sameOrder.length).toBeLessThan(3);
    const mean = correlations.reduce((sum, value) => sum + value, 0) / correlations.length;
    expect(Math.abs(mean)).toBeLessThan(0.75);
  });

  it('tells nothing by ids: all are random, none is shared with another table', async () => {
    const responses = await responsesInOrder();
    for (const { id } of responses) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    const byId = [...responses].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(Math.abs(orderCorrelation(byId.map(({ person }) => person)))).toBeLessThan(0.7);
    const own = new Set(responses.map(({ id }) => JSON.stringify(id)));
    for (const table of atRest) {
      for (const { ids } of await rowsOf(table)) {
        expect(ids.filter((value) => own.has(value))).toEqual([]);
      }
    }
    const ballots = await look<{ ballot_hash: string }>(sql`select ballot_hash from used_ballots`);
    const whole = JSON.stringify(await look(sql`select to_jsonb(r) from responses r`));
    for (const { ballot_hash } of ballots) expect(whole).not.toContain(ballot_hash);
  });

  it('shares no transaction between who was asked and what was said', async () => {
    const answered = new Set((await responsesInOrder()).map(({ xmin }) => xmin));
    for (const table of atRest) {
      const shared = (await rowsOf(table)).filter(({ xmin }) => answered.has(xmin));
      expect({ table, shared }).toEqual({ table, shared: [] });
    }
    const invited = new Set((await rowsOf('invitations')).map(({ xmin }) => xmin));
    for (const table of ['used_ballots', 'drafts', 'inbox', 'completion_receipts']) {
      const shared = (await rowsOf(table)).filter(({ xmin }) => invited.has(xmin));
      expect({ table, shared }).toEqual({ table, shared: [] });
    }
  });

  it('marks completions in groups of at least the minimum', async () => {
    const groups = await look<{ n: number }>(
      sql`select count(*)::int as n from invitations
          where study_id = ${fielded.studyId} and completed group by xmin::text`,
    );
    expect(groups.length).toBeGreaterThan(1);
    for (const { n } of groups) expect(n).toBeGreaterThanOrEqual(k);
  });

  it('shows no order in what still waits, once the queues have been gone through', async () => {
    const last = [100, 101, 102, 103];
    for (const person of last) await answerAs(person);
    await moveBatches();
    await applyReceipts();
    const writes = await look<{ inbox: number; used: number; receipts: number }>(
      sql`select
        (select count(distinct xmin::text)::int from inbox) as inbox,
        (select count(distinct u.xmin::text)::int from used_ballots u
          join inbox i using (organisation_id, ballot_hash)) as used,
        (select count(distinct xmin::text)::int from completion_receipts) as receipts`,
    );
    const [waiting] = await look<{ n: number }>(sql`select count(*)::int as n from inbox`);
    const one = (waiting?.n ?? 0) > 0 ? 1 : 0;
    expect(writes[0]).toMatchObject({ inbox: one, used: one });
    expect(writes[0]?.receipts).toBeLessThanOrEqual(1);
  });

  it('keeps no time finer than a day where somebody was asked, answers, or has answered', async () => {
    const columns = await look<{ name: string }>(
      sql`select table_name || '.' || column_name as name from information_schema.columns
          where table_schema = 'public' and data_type like '%time%'
            and table_name in ('invitations', 'drafts', 'inbox', 'used_ballots',
              'completion_receipts', 'responses')`,
    );
    expect(columns).toEqual([]);
  });
});

describeOnOwnDatabases('the last person of a wave', () => {
  const invited = 61;
  let fielded: Fielded;
  /** In the order in which people answered. */
  let tokens: string[];

  beforeAll(async () => {
    fielded = await fieldStudy({ minimumCellSize: k, covariates: ['role'] });
    tokens = [];
    for (let person = 0; person < invited; person += 1) {
      const token = await invite(fielded);
      tokens.push(token);
      const { ballot, receipt } = await startInvitedBallot({ token, start: newStart(), wanted });
      await consentTo(fielded, ballot);
      await answerPage(ballot, 'everyday-work', pattern(person));
      await sendBallot({ ballot, completionMode: 'self', receipt });
      if (person % k === k - 1) {
        expect(await moveBatches()).toBe(k);
        expect(await applyReceipts()).toBe(k);
      }
    }
    await setState(fielded, { wave: 'closed' });
    expect(await moveBatches()).toBe(1);
    expect(await applyReceipts()).toBe(1);
  });

  const ofWave = (table: string, column: string) =>
    look<{ person: string | number[]; xmin: string }>(
      sql`select ${sql.identifier(column)} as person, xmin::text as xmin
          from ${sql.identifier(table)} where wave_id = ${fielded.waveId} order by ctid`,
    );

  const answers = async () =>
    (await ofWave('responses', 'item_codes')).map(({ person, xmin }) => ({
      person: typeof person === 'string' ? -1 : personOf(person),
      xmin,
    }));

  const people = async () =>
    (await ofWave('invitations', 'email')).map(({ person, xmin }) => ({
      person: tokens.findIndex((token) => `${token.toLowerCase()}@example.org` === person),
      xmin,
    }));

  function tooFewTogether(rows: readonly { person: number; xmin: string }[]): number[][] {
    const writes = [...new Set(rows.map(({ xmin }) => xmin))];
    return writes
      .map((write) => rows.filter(({ xmin }) => xmin === write).map(({ person }) => person))
      .filter((together) => together.length < k);
  }

  it('is in no transaction apart, neither asked nor answered', async () => {
    expect(await answers()).toHaveLength(invited);
    expect(tooFewTogether(await answers())).toEqual([]);
    expect(new Set((await people()).map(({ xmin }) => xmin)).size).toBe(1);
    const completed = await look(
      sql`select 1 from invitations where wave_id = ${fielded.waveId} and completed`,
    );
    expect(completed).toHaveLength(invited);
  });

  it('is at no place apart', async () => {
    for (const rows of [await answers(), await people()]) {
      const order = rows.map(({ person }) => person);
      expect([...order].sort((a, b) => a - b)).toEqual([...Array(invited).keys()]);
      expect(Math.abs(orderCorrelation(order))).toBeLessThan(0.5);
    }
  });

  it('is hidden again when an invitation is touched after closing, and once is enough', async () => {
    await look(
      sql`update invitations set reissued = reissued where email =
          ${`${tokens[invited - 1]?.toLowerCase() ?? ''}@example.org`}`,
    );
    expect(tooFewTogether(await people())).toEqual([[invited - 1]]);
    await applyReceipts();
    const written = await people();
    expect(new Set(written.map(({ xmin }) => xmin)).size).toBe(1);
    await applyReceipts();
    expect(await people()).toEqual(written);
  });
});
