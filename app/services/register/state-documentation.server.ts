import type { Member } from '#db/actor.server.ts';
import {
  insertDatasetStatement,
  listDatasetStatements,
} from '#db/queries/dataset-statement.server.ts';
import { findDataset } from '#db/queries/dataset.server.ts';
import type { DocumentationState } from '#db/schema/dataset-statement.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { newestOf, type DocumentationItem } from './documentation.ts';
import { auditRegister } from './internal.server.ts';

type Input = {
  datasetId: string;
  item: DocumentationItem;
  state: DocumentationState;
  evidence: string;
  note: string;
  statedOn: string;
  /** Number of the newest statement that the form was made from. */
  revision: number;
};

/** Says what the papers of a data set tell of one thing. What was said before stays. */
export async function stateDocumentation(member: Member, input: Input): Promise<void> {
  const { datasetId, item: code, revision, ...statement } = input;
  authorise(member, 'datasets.manage');
  const { organisationId, userId: recordedBy } = member;
  const { state, evidence, note, statedOn } = statement;
  if (state === 'documented' && evidence === '') {
    throw new ServiceError('invalid', 'evidence-missing');
  }
  if (state === 'not-applicable' && note === '') {
    throw new ServiceError('invalid', 'reason-missing');
  }
  if (statedOn > today()) throw new ServiceError('invalid', 'date-in-future');
  await withActor(member, async (tx) => {
    if (!(await findDataset(tx, { organisationId, datasetId }))) {
      throw new ServiceError('not-found');
    }
    const readNewest = async () =>
      newestOf(await listDatasetStatements(tx, { organisationId, datasetId }), code)?.number ?? 0;
    const row = { organisationId, datasetId, code, recordedBy, ...statement };
    const added =
      (await readNewest()) === revision &&
      (await insertDatasetStatement(tx, { ...row, number: revision + 1 }));
    if (!added) {
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: await readNewest() });
    }
    const detail = { code, state, evidence };
    const action = 'dataset.documentation-stated';
    await auditRegister(tx, member, { action, subjectId: datasetId, detail });
  });
}
