import type { Member } from '#db/actor.server.ts';
import { findImportOfFile, insertImportDraft } from '#db/queries/response-import.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { fileHashOf, requireImportableStudy } from './internal.server.ts';
import { decodeFile, readTable } from './read-table.server.ts';
import { suggestMapping } from './suggest-mapping.ts';

/** Keeps the file for the importer alone until it is imported or discarded. */
export async function uploadImport(
  member: Member,
  input: { studyId: string; fileName: string; bytes: Uint8Array },
): Promise<string> {
  authorise(member, 'responses.import');
  const content = decodeFile(input.bytes);
  const fileHash = fileHashOf(content);
  const table = await readTable(content);
  const { organisationId, userId } = member;
  const { studyId } = input;
  return withActor(member, async (tx) => {
    const study = await requireImportableStudy(tx, member, studyId);
    const former = await findImportOfFile(tx, { organisationId, studyId, fileHash });
    if (former) throw new ServiceError('conflict', 'import-same-file', { rows: former.rows });
    return insertImportDraft(tx, {
      organisationId,
      studyId,
      userId,
      fileName: input.fileName.slice(0, 200),
      fileHash,
      content,
      mapping: suggestMapping(study, table.header, today()),
    });
  });
}
