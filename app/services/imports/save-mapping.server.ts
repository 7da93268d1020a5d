import type { Member } from '#db/actor.server.ts';
import { findImportDraft, updateImportMapping } from '#db/queries/response-import.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import type { ImportParams } from './internal.server.ts';
import type { Mapping } from './mapping.ts';

function twice(columns: Mapping['columns']): string | undefined {
  const used = columns.filter((target) => target !== 'ignore');
  return used.find((target, index) => used.indexOf(target) !== index);
}

export async function saveMapping(
  member: Member,
  { studyId, draftId, mapping }: ImportParams & { mapping: Mapping },
): Promise<void> {
  authorise(member, 'responses.import');
  const target = twice(mapping.columns);
  if (target) throw new ServiceError('invalid', 'import-column-twice', { target });
  const { organisationId } = member;
  await withActor(member, async (tx) => {
    const draft = await findImportDraft(tx, { organisationId, studyId, id: draftId });
    if (!draft) throw new ServiceError('not-found', 'import-gone');
    await updateImportMapping(tx, { organisationId, id: draftId, mapping });
  });
}
