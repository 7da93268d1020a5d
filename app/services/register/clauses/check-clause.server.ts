import type { Member } from '#db/actor.server.ts';
import { insertClauseCheck, listClauseChecks } from '#db/queries/clause-check.server.ts';
import { withActor } from '../../../database.server.ts';
import { ServiceError } from '../../../errors.ts';
import { authorise } from '../../../permissions.ts';
import { today } from '../../../today.ts';
import { auditRegister } from '../internal.server.ts';
import { clauses } from './clause-rows.ts';

/** Which field of the form a refusal of the service is about. */
export const clauseCheckRefusals = { 'date-in-future': 'checkedOn' } as const;

type Input = {
  code: string;
  appliesFrom: string | null;
  source: string;
  note: string;
  checkedOn: string;
  /** Number of the newest check that the form was made from. */
  revision: number;
};

/** Records that the organisation looked a clause up. What was recorded before stays. */
export async function checkClause(member: Member, input: Input): Promise<void> {
  authorise(member, 'models.manage');
  const { revision, ...check } = input;
  const { code, appliesFrom, source } = check;
  if (!clauses.some((clause) => clause.code === code)) throw new ServiceError('not-found');
  if (check.checkedOn > today()) throw new ServiceError('invalid', 'date-in-future');
  const { organisationId, userId: recordedBy } = member;
  await withActor(member, async (tx) => {
    const readNewest = async () =>
      (await listClauseChecks(tx, { organisationId })).find((each) => each.code === code)?.number ??
      0;
    const row = { ...check, organisationId, recordedBy, number: revision + 1 };
    const added = (await readNewest()) === revision && (await insertClauseCheck(tx, row));
    if (!added) {
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: await readNewest() });
    }
    await auditRegister(tx, member, {
      action: 'clause.checked',
      subjectId: organisationId,
      detail: { code, appliesFrom, source },
    });
  });
}
