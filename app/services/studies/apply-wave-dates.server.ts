import type { Transaction } from '#db/database.ts';
import { listDatedWaves, listWaves } from '#db/queries/wave.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import type { AuditMachine } from '../audit/audit-actions.ts';
import { closeWaveIn, openWaveIn } from './change-wave.server.ts';
import { closeBatches } from './close-batches.server.ts';
import { lockStudyIn } from './internal.server.ts';
import { dueToday } from './wave-dates.ts';

type Dated = Awaited<ReturnType<typeof listDatedWaves>>[number];

const userId: AuditMachine = 'wave-dates';

/** Asks again under the lock: a person may have opened, closed or dated the wave anew meanwhile. */
async function applyIn(tx: Transaction, dated: Dated, today: string) {
  const { organisationId, studyId, waveId } = dated;
  const by = { organisationId, userId };
  await lockStudyIn(tx, by, { studyId, states: ['open'] });
  const waves = await listWaves(tx, { organisationId, studyId });
  const wave = waves.find(({ id }) => id === waveId);
  const due = wave ? dueToday(wave, today) : null;
  const isNext = waves.find(({ state }) => state === 'planned')?.id === waveId;
  const isFree = !waves.some(({ state }) => state === 'open');
  if (due === 'close') await closeWaveIn(tx, { by, studyId, waveId });
  else if (due === 'open' && isNext && isFree) await openWaveIn(tx, { by, studyId });
  return due;
}

async function apply(dated: Dated, today: string): Promise<void> {
  const { organisationId, waveId } = dated;
  const system = { kind: 'system', organisationId } as const;
  try {
    const due = await withActor(system, (tx) => applyIn(tx, dated, today));
    if (due === 'close') await closeBatches({ organisationId }, { waveIds: [waveId] });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error; // the study was closed or removed meanwhile
  }
}

/** Opens and closes waves whose day has come. Done twice it does nothing more. */
export async function applyWaveDates(today: string): Promise<void> {
  const dated = await withActor({ kind: 'system', organisationId: null }, (tx) =>
    listDatedWaves(tx, { today }),
  );
  for (const wave of dated) await apply(wave, today);
}
