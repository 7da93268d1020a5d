import { createHash } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findImportDraft } from '#db/queries/response-import.server.ts';
import { findResultsStudy, type ResultsStudy } from '#db/queries/results-study.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { checkRows, type CheckedTable } from './check-rows.ts';
import { mappingSchema, type Mapping } from './mapping.ts';
import { readTable, type Table } from './read-table.server.ts';
import { suggestMapping } from './suggest-mapping.ts';

export type ImportParams = { studyId: string; draftId: string };

export function fileHashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Responses come into a study that is being prepared or fielded, never into one that has ended. */
export async function requireImportableStudy(
  tx: Transaction,
  { organisationId }: Member,
  studyId: string,
): Promise<ResultsStudy> {
  const study = await findResultsStudy(tx, { organisationId, studyId });
  if (!study) throw new ServiceError('not-found');
  if (study.state === 'closed') throw new ServiceError('illegal-state', 'import-study-closed');
  if (study.waves.length === 0) throw new ServiceError('illegal-state', 'import-no-wave');
  return study;
}

export type CheckedDraft = {
  study: ResultsStudy;
  fileName: string;
  fileHash: string;
  table: Table;
  mapping: Mapping;
  checked: CheckedTable;
};

/** The draft with its file read and every row checked against what the columns mean now. */
export async function checkDraft(
  tx: Transaction,
  member: Member,
  { studyId, draftId }: ImportParams,
): Promise<CheckedDraft> {
  const { organisationId } = member;
  const study = await requireImportableStudy(tx, member, studyId);
  const draft = await findImportDraft(tx, { organisationId, studyId, id: draftId });
  if (!draft) throw new ServiceError('not-found', 'import-gone');
  const table = await readTable(draft.content);
  const stored = mappingSchema.safeParse(draft.mapping);
  const mapping = stored.success ? stored.data : suggestMapping(study, table.header, today());
  return {
    study,
    fileName: draft.fileName,
    fileHash: draft.fileHash,
    table,
    mapping,
    checked: checkRows(study, table, mapping),
  };
}
