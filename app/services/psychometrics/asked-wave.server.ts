import type { Member } from '#db/actor.server.ts';
import { ServiceError } from '../../errors.ts';
import { getWaveView, type WaveView } from '../results/wave-view.server.ts';

export type AskedWave = { view: WaveView; number: number | null };

const isNotFound = (error: unknown) => error instanceof ServiceError && error.code === 'not-found';

/** The wave of the address; the newest one where it names none of the study, which its field then says. */
export async function askedWave(
  member: Member,
  studyId: string,
  search: URLSearchParams,
): Promise<AskedWave> {
  const text = search.get('wave') ?? '';
  if (/^[1-9]\d{0,5}$/.test(text)) {
    const number = Number(text);
    try {
      return { view: await getWaveView(member, { studyId, wave: number }), number };
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  return { view: await getWaveView(member, { studyId, wave: 'newest' }), number: null };
}
