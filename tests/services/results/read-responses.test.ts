import { expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { withActor } from '#app/database.server.ts';
import { copyRows } from '#db/copy-rows.server.ts';
import { copyScanner, textsOf } from '#db/copy-text.ts';
import { queryRows } from '#db/database.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';

type TextRow = (string | null)[];

describeOnDatabases('copying rows', () => {
  const system = { kind: 'system', organisationId: null } as const;

  it('gives every row, and leaves the transaction usable, whatever the size', async () => {
    for (const n of [0, 1, 500, 2_500, 5_000, 12_000, 100_000]) {
      const [rows, one] = await withActor(system, async (tx) => {
        const seen: TextRow[] = [];
        const query = sql`select i::text as number, 'word' as word from generate_series(1, ${n}::int) i`;
        await copyRows(tx, query, 2, (row) => seen.push(textsOf(row)));
        const [answer] = await queryRows<{ one: number }>(tx, sql`select 1 as one`);
        return [seen, answer];
      });
      expect(rows).toHaveLength(n);
      expect(new Set(rows.map(([number]) => number)).size).toBe(n);
      expect(one).toEqual({ one: 1 });
    }
  });

  it('keeps tabs, line ends, backslashes, nothing and other scripts apart', async () => {
    const texts = ['a\tb', 'a\nb', 'a\\b', '\\N', '', 'Қазақша', 'x\r'];
    const values = sql.join(
      texts.map((text) => sql`(${text}::text)`),
      sql`, `,
    );
    const rows: TextRow[] = [];
    await withActor(system, (tx) =>
      copyRows(tx, sql`select v, null::text as n from (values ${values}) t(v)`, 2, (row) =>
        rows.push(textsOf(row)),
      ),
    );
    expect(rows).toEqual(texts.map((text) => [text, null]));
  });

  it('tells what went wrong with a row, and leaves the transaction usable', async () => {
    await withActor(system, async (tx) => {
      const query = sql`select i::text as number from generate_series(1, 100000) i`;
      const refuse = () => {
        throw new Error('not this one');
      };
      await expect(copyRows(tx, query, 1, refuse)).rejects.toThrow('not this one');
      expect(await queryRows(tx, sql`select 1 as one`)).toEqual([{ one: 1 }]);
    });
  });
});

it('rows are the same wherever the chunks are cut', () => {
  const bytes = Buffer.from('a\\tb\tҚ\n\\N\t\n\t\\\\N\n');
  for (let size = 1; size <= bytes.length; size += 1) {
    const rows: TextRow[] = [];
    const scan = copyScanner(2, (row) => rows.push(textsOf(row)));
    for (let at = 0; at < bytes.length; at += size) scan(bytes.subarray(at, at + size));
    expect(rows).toEqual([
      ['a\tb', 'Қ'],
      [null, ''],
      ['', '\\N'],
    ]);
  }
  expect(() => copyScanner(1, () => undefined)(bytes)).toThrow('2 fields instead of 1');
});
