import type { Transaction } from '#db/database.ts';
import { listStudies } from '#db/queries/study.server.ts';
import { listWavesOfStudies } from '#db/queries/wave.server.ts';

/** Waves in which an explanation may have been tried with users: those of studies the reader sees. */
export async function listTestWaves(
  tx: Transaction,
  { organisationId }: { organisationId: string },
) {
  const studies = await listStudies(tx, { organisationId });
  const studyIds = studies.map(({ id }) => id);
  const waves = await listWavesOfStudies(tx, { organisationId, studyIds });
  return waves.flatMap(({ id, name, studyId }) => {
    const study = studies.find((each) => each.id === studyId);
    return study ? [{ id, name, studyId, study: study.title }] : [];
  });
}
