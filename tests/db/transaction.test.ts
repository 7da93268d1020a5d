import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { queryRows } from '#db/database.ts';
import { transactionAfter } from '#db/transaction.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';

const setKey = (key: string) => ({
  text: `select set_config('attune.key', $1, true)`,
  values: [key],
});
const readKey = sql`select current_setting('attune.key', true) as key`;

describeOnDatabases('a transaction with a first statement', (database) => {
  const insert = (n: number) => sql`insert into scratch values (${n})`;
  const rows = () => queryRows<{ n: number }>(database().db, sql`select n from scratch`);

  beforeAll(async () => {
    await database().executeSql('create table scratch (n int)');
  });

  it('has run it before the first query of the work, on the same connection', async () => {
    const keys = Array.from({ length: 40 }, (_, index) => `key ${index}`);
    const seen = await Promise.all(
      keys.map((key) =>
        transactionAfter(database().db, setKey(key), async (tx) => {
          const [first] = await queryRows<{ key: string }>(tx, readKey);
          const [second] = await queryRows<{ key: string }>(tx, readKey);
          return [first?.key, second?.key];
        }),
      ),
    );
    expect(seen).toEqual(keys.map((key) => [key, key]));
    const [after] = await queryRows<{ key: string | null }>(database().db, readKey);
    expect(after?.key ?? '').toBe('');
  });

  it('lets nothing of the work happen when it fails, even where the work goes on', async () => {
    const failing = { text: 'select 1 / $1::int', values: ['0'] };
    const work = transactionAfter(database().db, failing, async (tx) => {
      await tx.execute(insert(1)).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.execute(insert(2)).catch(() => undefined);
      return 'done';
    });
    await expect(work).rejects.toThrow();
    expect(await rows()).toEqual([]);
  });

  it('takes the work back when it throws, and keeps it otherwise', async () => {
    const work = transactionAfter(database().db, setKey('x'), async (tx) => {
      await tx.execute(insert(3));
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    await transactionAfter(database().db, setKey('x'), (tx) => tx.execute(insert(4)));
    expect(await rows()).toEqual([{ n: 4 }]);
  });
});
