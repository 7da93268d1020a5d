import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { queryRows } from '#db/database.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { actorsOf, fillOrganisation } from '#tests/support/two-organisations.ts';

describeOnDatabases('who is confined to sites', () => {
  let north: ReturnType<typeof actorsOf>['north'];
  beforeAll(async () => {
    north = actorsOf(await fillOrganisation()).north;
  });

  it.each(['contributions', 'monitoring_records', 'waves'])(
    'looks up what is seen once for all rows of %s',
    async (table) => {
      const plan = await withActor(north, (tx) =>
        queryRows<Record<string, string>>(tx, sql.raw(`explain select * from ${table}`)),
      );
      expect(plan.flatMap(Object.values).join('\n')).toMatch(/hashed SubPlan/);
    },
  );
});
