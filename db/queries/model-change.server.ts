import { and, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { changeNotices, changePlans } from '../schema/model-change.ts';

type OfSystem = { organisationId: string; systemId: string };
type PlanRow = typeof changePlans.$inferInsert;
type NoticeRow = typeof changeNotices.$inferInsert;
export type PlanValues = Omit<
  PlanRow,
  'organisationId' | 'id' | 'systemId' | 'number' | 'recordedBy' | 'createdAt'
>;

/** Newest first. */
export async function listChangePlans(tx: Transaction, { organisationId, systemId }: OfSystem) {
  return tx
    .select()
    .from(changePlans)
    .where(and(eq(changePlans.organisationId, organisationId), eq(changePlans.systemId, systemId)))
    .orderBy(desc(changePlans.number));
}

/** Newest first. */
export async function listChangeNotices(tx: Transaction, { organisationId, systemId }: OfSystem) {
  return tx
    .select()
    .from(changeNotices)
    .where(
      and(eq(changeNotices.organisationId, organisationId), eq(changeNotices.systemId, systemId)),
    )
    .orderBy(desc(changeNotices.number));
}

/** Nothing is returned when somebody has agreed another plan meanwhile. */
export async function insertChangePlan(tx: Transaction, values: Omit<PlanRow, 'id' | 'createdAt'>) {
  const [plan] = await tx
    .insert(changePlans)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: changePlans.id });
  return plan;
}

/** Nothing is returned when somebody has recorded another notice meanwhile. */
export async function insertChangeNotice(
  tx: Transaction,
  values: Omit<NoticeRow, 'id' | 'createdAt'>,
) {
  const [notice] = await tx
    .insert(changeNotices)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: changeNotices.id });
  return notice;
}
