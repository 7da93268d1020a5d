import type { Member } from '#db/actor.server.ts';
import { getSurroundings, type Surroundings } from '../results/get-surroundings.server.ts';
import { studyTitle } from '../results/present-frame.ts';
import type { Reader } from '../results/reader.server.ts';
import { getImport } from './get-import.server.ts';
import type { ImportParams } from './internal.server.ts';
import { presentImport, type ImportView } from './present-import.ts';

export async function getImportView(
  member: Member,
  reader: Reader,
  params: ImportParams,
): Promise<ImportView & { surroundings: Surroundings }> {
  const draft = await getImport(member, params);
  const view = presentImport(reader, draft, studyTitle(reader, draft.study));
  return { ...view, surroundings: await getSurroundings(member, params.studyId) };
}
