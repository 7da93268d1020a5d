import { expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { withActor } from '#app/database.server.ts';
import { copyRows, type TextRow } from '#db/copy-rows.server.ts';
import { queryRows } from '#db/database.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';

describeOnDatabases('copying rows', () => {
  const system = { kind: 'system', organisationId: null } as const;

  it('gives every row, and leaves the transaction usable, whatever the size', async () => {
    for (const n of [0, 1, 500, 2_500, 5_000, 12_000, 100_000]) {
      const [rows, one] = await withActor(system, async (tx) => {
        const seen: TextRow[] = [];
        const query = sql`select i::text as number, 'word' as word from generate_series(1, ${n}::int) i`;
        await copyRows(tx, query, (row) => seen.push(row));
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
      copyRows(tx, sql`select v, null::text as n from (values ${values}) t(v)`, (row) =>
        rows.push(row),
      ),
    );
    expect(rows).toEqual(texts.map((text) => [text, null]));
  });
});
