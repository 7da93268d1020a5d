import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { comparabilityOverrides } from '../schema/comparability-override.ts';

type OfDimension = { organisationId: string; studyId: string; dimension: string };

const ofDimension = ({ organisationId, studyId, dimension }: OfDimension) =>
  and(
    eq(comparabilityOverrides.organisationId, organisationId),
    eq(comparabilityOverrides.studyId, studyId),
    eq(comparabilityOverrides.dimension, dimension),
  );

export async function findOverride(tx: Transaction, params: OfDimension) {
  const [row] = await tx
    .select({
      decidedBy: comparabilityOverrides.decidedBy,
      reason: comparabilityOverrides.reason,
      createdAt: comparabilityOverrides.createdAt,
    })
    .from(comparabilityOverrides)
    .where(ofDimension(params));
  return row;
}

/** Undefined where somebody decided already. */
export async function insertOverride(
  tx: Transaction,
  params: OfDimension & { decidedBy: string; reason: string },
) {
  const [row] = await tx
    .insert(comparabilityOverrides)
    .values(params)
    .onConflictDoNothing()
    .returning({ dimension: comparabilityOverrides.dimension });
  return row;
}

/** Undefined where there was none. */
export async function deleteOverride(tx: Transaction, params: OfDimension) {
  const [row] = await tx
    .delete(comparabilityOverrides)
    .where(ofDimension(params))
    .returning({ dimension: comparabilityOverrides.dimension });
  return row;
}
