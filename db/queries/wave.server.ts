import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { waves } from '../schema/study.ts';
import type { OfStudy } from './study.server.ts';

type OfWave = OfStudy & { waveId: string };

const ofStudy = ({ organisationId, studyId }: OfStudy) =>
  and(eq(waves.organisationId, organisationId), eq(waves.studyId, studyId));

const ofWave = (params: OfWave) => and(ofStudy(params), eq(waves.id, params.waveId));

const columns = {
  id: waves.id,
  number: waves.number,
  name: waves.name,
  state: waves.state,
  opensOn: waves.opensOn,
  closesOn: waves.closesOn,
  abandoned: waves.abandoned,
};

export async function listWaves(tx: Transaction, params: OfStudy) {
  return tx.select(columns).from(waves).where(ofStudy(params)).orderBy(asc(waves.number));
}

export async function listWavesOfStudies(
  tx: Transaction,
  params: { organisationId: string; studyIds: readonly string[] },
) {
  if (params.studyIds.length === 0) return [];
  return tx
    .select({ ...columns, studyId: waves.studyId })
    .from(waves)
    .where(
      and(
        eq(waves.organisationId, params.organisationId),
        inArray(waves.studyId, [...params.studyIds]),
      ),
    )
    .orderBy(asc(waves.number));
}

/** Undefined where the number is taken. */
export async function insertWave(
  tx: Transaction,
  params: OfStudy & { number: number; name: string },
) {
  const [wave] = await tx
    .insert(waves)
    .values(params)
    .onConflictDoNothing()
    .returning({ id: waves.id });
  return wave;
}

export async function deletePlannedWave(tx: Transaction, params: OfWave) {
  const [wave] = await tx
    .delete(waves)
    .where(and(ofWave(params), eq(waves.state, 'planned')))
    .returning({ id: waves.id });
  return wave;
}

export async function setWaveOpen(tx: Transaction, params: OfWave & { today: string }) {
  const [wave] = await tx
    .update(waves)
    .set({ state: 'open', opensOn: params.today })
    .where(and(ofWave(params), eq(waves.state, 'planned')))
    .returning({ id: waves.id });
  return wave;
}

export async function setWaveClosed(tx: Transaction, params: OfWave & { today: string }) {
  const [wave] = await tx
    .update(waves)
    .set({ state: 'closed', closesOn: params.today })
    .where(and(ofWave(params), eq(waves.state, 'open')))
    .returning({ id: waves.id });
  return wave;
}

/** Closes every open wave, and tells which. */
export async function closeOpenWaves(
  tx: Transaction,
  params: OfStudy & { today: string },
): Promise<string[]> {
  const closed = await tx
    .update(waves)
    .set({ state: 'closed', closesOn: params.today })
    .where(and(ofStudy(params), eq(waves.state, 'open')))
    .returning({ id: waves.id });
  return closed.map(({ id }) => id);
}
