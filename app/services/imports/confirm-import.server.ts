import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import {
  deleteImportDraft,
  insertImport,
  insertImportedResponses,
} from '#db/queries/response-import.server.ts';
import { lockStudy } from '#db/queries/study.server.ts';
import { scoringRecipeVersion } from '#surveys/scoring/score-response.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { shuffle } from '../batches/shuffle.server.ts';
import { answersOf } from './check-rows.ts';
import { checkDraft, type CheckedDraft, type ImportParams } from './internal.server.ts';

function importableRows({ study, checked }: CheckedDraft) {
  // Neighbours in a file must not be neighbours in the table.
  return shuffle(checked.accepted).map((row) => ({
    id: randomUUID(),
    waveId: row.waveId,
    siteId: row.siteId,
    language: row.language,
    day: row.day,
    answers: answersOf(study, row),
    itemCodes: row.itemCodes,
    covariates: JSON.stringify(row.covariates),
  }));
}

/** All rows of the file or none, once. Returns how many. */
export async function confirmImport(member: Member, params: ImportParams): Promise<number> {
  authorise(member, 'responses.import');
  const { organisationId, userId } = member;
  const { studyId, draftId } = params;
  return withActor(member, async (tx) => {
    await lockStudy(tx, { organisationId, studyId }); // who closes it waits, or is seen to have closed it
    const draft = await checkDraft(tx, member, params);
    const { accepted, rejectedRows, missingPlaces } = draft.checked;
    if (rejectedRows > 0 || missingPlaces.length > 0) {
      throw new ServiceError('illegal-state', 'import-rows-rejected', { count: rejectedRows });
    }
    const siteIds = [...new Set(accepted.map(({ siteId }) => siteId))];
    authorise(member, 'responses.import', siteIds);
    const waveIds = [...new Set(accepted.map(({ waveId }) => waveId))];
    const { fileName, fileHash } = draft;
    const importId = await insertImport(tx, {
      organisationId,
      studyId,
      waveId: waveIds.length === 1 ? (waveIds[0] ?? null) : null,
      fileName,
      fileHash,
      rows: accepted.length,
      importedBy: userId,
    });
    if (importId === undefined) throw new ServiceError('conflict', 'import-same-file');
    await insertImportedResponses(tx, {
      organisationId,
      studyId,
      importId,
      scoringRecipeVersion,
      rows: importableRows(draft),
    });
    if (!(await deleteImportDraft(tx, { organisationId, id: draftId }))) {
      throw new ServiceError('conflict', 'import-gone');
    }
    await writeAudit(tx, {
      organisationId,
      actor: userId,
      action: 'responses.imported',
      subjectId: studyId,
      detail: { importId, fileHash, rows: accepted.length },
    });
    return accepted.length;
  });
}
