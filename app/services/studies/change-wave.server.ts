import type { Transaction } from '#db/database.ts';
import { listWaves, setWaveClosed, setWaveOpen } from '#db/queries/wave.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditStudy, type StudyActor } from './internal.server.ts';

type Change = { by: StudyActor; studyId: string };

/** The study is locked and open. One wave is open at a time, and they open in their order. */
export async function openWaveIn(tx: Transaction, { by, studyId }: Change): Promise<void> {
  const ofStudy = { organisationId: by.organisationId, studyId };
  const waves = await listWaves(tx, ofStudy);
  if (waves.some(({ state }) => state === 'open')) {
    throw new ServiceError('illegal-state', 'another-wave-open');
  }
  const next = waves.find(({ state }) => state === 'planned');
  if (!next) throw new ServiceError('illegal-state', 'no-wave-planned');
  const opened = await setWaveOpen(tx, { ...ofStudy, waveId: next.id, today: today() });
  if (!opened) throw new ServiceError('conflict');
  await auditStudy(tx, by, { action: 'wave.opened', studyId, detail: { number: next.number } });
}

/** The study is locked and open. */
export async function closeWaveIn(
  tx: Transaction,
  { by, studyId, waveId }: Change & { waveId: string },
): Promise<void> {
  const ofStudy = { organisationId: by.organisationId, studyId };
  const wave = (await listWaves(tx, ofStudy)).find(({ id }) => id === waveId);
  if (!wave) throw new ServiceError('not-found');
  if (!(await setWaveClosed(tx, { ...ofStudy, waveId, today: today() }))) {
    throw new ServiceError('illegal-state', `wave-is-${wave.state}`);
  }
  await auditStudy(tx, by, { action: 'wave.closed', studyId, detail: { number: wave.number } });
}
