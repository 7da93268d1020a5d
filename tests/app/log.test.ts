import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { safeError } from '#app/log.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';

describeOnDatabases('what is logged of a failed query', (database) => {
  it('keeps kind, code and place, and no value', async () => {
    const answer = 'somebody’s words';
    const failure = await database()
      .db.execute(sql`select ${answer}::int`)
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    const logged = JSON.stringify(safeError(failure));
    expect(JSON.stringify([String(failure), failure])).toContain('somebody');
    expect(logged).not.toContain('somebody');
    expect(logged).toContain('22P02');
  });
});
