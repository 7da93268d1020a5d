import { foreignKey, type AnyPgColumn, type ForeignKeyBuilder } from 'drizzle-orm/pg-core';

type Key = { organisationId: AnyPgColumn; id: AnyPgColumn };

/**
 * A foreign key within the organisation: checks of foreign keys ignore row-level security, so that
 * the organisation must be part of them.
 */
export function within(
  organisation: AnyPgColumn,
  column: AnyPgColumn,
  target: Key,
): ForeignKeyBuilder {
  return foreignKey({
    columns: [organisation, column],
    foreignColumns: [target.organisationId, target.id],
  });
}
