import type { Member } from '#db/actor.server.ts';
import {
  deleteStatement,
  insertStatement,
  updateStatement,
} from '#db/queries/panel-round.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { changePanel } from './change-panel.server.ts';
import { requireRoundIn, saveRoundRow, type RoundName } from './internal.server.ts';

export type StatementInput = RoundName & {
  /** Of the round. */
  revision: number;
  /** Null: another one, which comes last. */
  statementId: string | null;
  text: LocalText;
  easyRead: LocalText;
  /** The contribution whose words these are; null: the facilitators wrote it. */
  contributionId?: string | null;
};

/** A statement to vote on, in a round that is still a draft. */
export async function saveStatement(
  member: Member,
  input: StatementInput,
): Promise<{ statementId: string }> {
  const { panelId, roundId, revision, statementId, text, easyRead } = input;
  if (Object.keys(text).length === 0) throw new ServiceError('invalid', 'words-missing');
  return changePanel(member, { panelId, permission: 'panels.manage' }, async (tx) => {
    const name = { panelId, roundId };
    await requireRoundIn(tx, member, { ...name, states: ['draft'] });
    await saveRoundRow(tx, member, { ...name, revision, change: {} });
    const contributionId = input.contributionId ?? null;
    const { organisationId } = member;
    const values = { organisationId, ...name, text, easyRead, contributionId };
    const saved =
      statementId === null
        ? await insertStatement(tx, values)
        : await updateStatement(tx, { ...values, statementId });
    if (!saved) throw new ServiceError('not-found');
    return { statementId: saved.id };
  });
}

export async function removeStatement(
  member: Member,
  input: RoundName & { revision: number; statementId: string },
): Promise<void> {
  const { panelId, roundId, revision, statementId } = input;
  await changePanel(member, { panelId, permission: 'panels.manage' }, async (tx) => {
    const name = { panelId, roundId };
    await requireRoundIn(tx, member, { ...name, states: ['draft'] });
    await saveRoundRow(tx, member, { ...name, revision, change: {} });
    const { organisationId } = member;
    if (!(await deleteStatement(tx, { organisationId, ...name, statementId }))) {
      throw new ServiceError('not-found');
    }
  });
}
