import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { postgresError } from '#tests/support/postgres-error.ts';
import { fillOrganisation } from '#tests/support/two-organisations.ts';

describeOnDatabases('what the database keeps of the register', () => {
  let organisationId = '';
  beforeAll(async () => {
    ({ organisationId } = await fillOrganisation());
  });

  it.each([
    ...['system_descriptions', 'stage_events', 'recommendation_statements', 'dataset_statements'],
    ...['change_plans', 'change_notices', 'stage_conditions', 'met_conditions'],
    ...['transfer_notices', 'transfer_answers', 'clause_checks'],
  ])('changes and deletes no row of %s, even by the owner of the tables', async (name) => {
    const own = sql`${sql.identifier(name)}`;
    for (const statement of [
      sql`update ${own} set organisation_id = organisation_id where organisation_id = ${organisationId}`,
      sql`delete from ${own} where organisation_id = ${organisationId}`,
    ]) {
      const refused = await getDatabase()
        .execute(statement)
        .then(() => null, postgresError);
      expect(refused?.code).toBe('AT001');
    }
  });
});
