import { and, asc, eq, inArray, lt, lte, ne, or } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { studies, waves } from '../schema/study.ts';
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
  plannedOpening: waves.plannedOpening,
  plannedClosing: waves.plannedClosing,
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

/** Undefined where the number or the name is taken. */
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

export async function setWaveSchedule(
  tx: Transaction,
  params: OfWave & { plannedOpening: string | null; plannedClosing: string | null },
) {
  const { plannedOpening, plannedClosing } = params;
  const [wave] = await tx
    .update(waves)
    .set({ plannedOpening, plannedClosing })
    .where(and(ofWave(params), ne(waves.state, 'closed')))
    .returning({ id: waves.id });
  return wave;
}

/** For the system actor: waves of open studies that a date may open or close today, closings first. */
export async function listDatedWaves(tx: Transaction, { today }: { today: string }) {
  return tx
    .select({ organisationId: waves.organisationId, studyId: waves.studyId, waveId: waves.id })
    .from(waves)
    .innerJoin(
      studies,
      and(eq(studies.organisationId, waves.organisationId), eq(studies.id, waves.studyId)),
    )
    .where(
      and(
        eq(studies.state, 'open'),
        or(
          and(eq(waves.state, 'open'), lt(waves.plannedClosing, today)),
          and(eq(waves.state, 'planned'), lte(waves.plannedOpening, today)),
        ),
      ),
    )
    .orderBy(asc(waves.state), asc(waves.number));
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
