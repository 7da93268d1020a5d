import { z } from 'zod';
import type { Member } from '#db/actor.server.ts';
import { listWaves, setWaveSchedule } from '#db/queries/wave.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditStudy, authoriseStudy, lockStudyIn } from './internal.server.ts';

type WaveDates = { opening: string | null; closing: string | null };

function dateIn(text: string): string | null {
  if (text.trim() === '') return null;
  const date = z.iso.date().safeParse(text.trim());
  if (!date.success) throw new ServiceError('invalid', 'date-invalid');
  return date.data;
}

function requireOrder({ opening, closing }: WaveDates): void {
  const day = today();
  if ([opening, closing].some((date) => date !== null && date < day)) {
    throw new ServiceError('invalid', 'wave-date-past');
  }
  if (opening !== null && closing !== null && closing < opening) {
    throw new ServiceError('invalid', 'wave-dates-order');
  }
}

/** Sets the days on which a wave opens and closes by itself; an empty date leaves it to a person. */
export async function scheduleWave(
  member: Member,
  {
    studyId,
    waveId,
    ...dates
  }: { studyId: string; waveId: string; opening: string; closing: string },
): Promise<void> {
  await authoriseStudy(member, 'studies.edit', studyId);
  const ofStudy = { organisationId: member.organisationId, studyId };
  await withActor(member, async (tx) => {
    await lockStudyIn(tx, member, { studyId, states: ['draft', 'open'] });
    const wave = (await listWaves(tx, ofStudy)).find(({ id }) => id === waveId);
    if (!wave) throw new ServiceError('not-found');
    if (wave.state === 'closed') throw new ServiceError('illegal-state', 'wave-is-closed');
    const opening = wave.state === 'planned' ? dateIn(dates.opening) : null;
    const closing = dateIn(dates.closing);
    requireOrder({ opening, closing });
    const planned = {
      plannedOpening: wave.state === 'planned' ? opening : wave.plannedOpening,
      plannedClosing: closing,
    };
    if (!(await setWaveSchedule(tx, { ...ofStudy, waveId, ...planned }))) {
      throw new ServiceError('conflict');
    }
    const detail = { number: wave.number, opening, closing };
    await auditStudy(tx, member, { action: 'wave.dated', studyId, detail });
  });
}
