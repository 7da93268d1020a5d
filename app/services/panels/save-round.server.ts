import type { Member } from '#db/actor.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';
import { checkQuestionnaire, checkRound, type RoundDescription } from './create-round.server.ts';
import { requireRoundIn, saveRoundRow, type RoundName } from './internal.server.ts';

/** Changes a draft: what people have been asked is not changed under them. */
export async function saveRound(
  member: Member,
  { panelId, roundId, revision, ...round }: RoundDescription & RoundName & { revision: number },
): Promise<void> {
  checkRound(round);
  await changePanel(member, { panelId, permission: 'panels.manage' }, async (tx) => {
    await checkQuestionnaire(tx, member, round.waveId);
    const name = { panelId, roundId };
    const { number } = await requireRoundIn(tx, member, { ...name, states: ['draft'] });
    await saveRoundRow(tx, member, { ...name, revision, change: round });
    await auditPanel(tx, member, { action: 'round.edited', panelId, detail: { number, roundId } });
  });
}

/** Gives people of an open round more time, or says until when they have it. */
export async function moveClosingDay(
  member: Member,
  input: RoundName & { revision: number; closesOn: string },
): Promise<void> {
  const { panelId, roundId, revision, closesOn } = input;
  await changePanel(member, { panelId, permission: 'panels.manage' }, async (tx) => {
    const name = { panelId, roundId };
    const { number } = await requireRoundIn(tx, member, { ...name, states: ['open'] });
    if (closesOn < today()) throw new ServiceError('invalid', 'round-date-past');
    await saveRoundRow(tx, member, { ...name, revision, change: { closesOn } });
    await auditPanel(tx, member, {
      action: 'round.edited',
      panelId,
      detail: { number, roundId, closesOn },
    });
  });
}
