import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findRound, lockRound, updateRound, type OfRound } from '#db/queries/panel-round.server.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import { updatePanel, type PanelChange } from '#db/queries/panel-set-up.server.ts';
import type { RoundState } from '#db/schema/panel-round.ts';
import { ServiceError } from '../../errors.ts';

type Own = Pick<Member, 'organisationId'>;

/** What the loser of two who save is told: which revision they would replace now. */
function editedMeanwhile(revision: number): ServiceError {
  return new ServiceError('conflict', 'edited-meanwhile', { revision });
}

/** Changes a panel unless somebody else has saved it since it was read. */
export async function savePanel(
  tx: Transaction,
  { organisationId }: Own,
  params: { panelId: string; revision: number; change: PanelChange },
): Promise<void> {
  if (await updatePanel(tx, { organisationId, ...params })) return;
  const panel = await findPanel(tx, { organisationId, panelId: params.panelId });
  throw editedMeanwhile(panel?.revision ?? params.revision);
}

export type RoundName = { panelId: string; roundId: string };

/** Holds the round until the transaction ends and refuses where it is in another state. */
export async function requireRoundIn(
  tx: Transaction,
  { organisationId }: Own,
  { panelId, roundId, states }: RoundName & { states: readonly RoundState[] },
) {
  const ofRound: OfRound = { organisationId, panelId, roundId };
  await lockRound(tx, ofRound);
  const round = await findRound(tx, ofRound);
  if (!round) throw new ServiceError('not-found');
  // What a survey asks is decided in its study, and it is over with its wave.
  if (round.source === 'survey') throw new ServiceError('illegal-state', 'round-of-survey');
  if (!states.includes(round.state)) {
    throw new ServiceError('illegal-state', `round-is-${round.state}`);
  }
  return round;
}

/** As `savePanel`, for a round. Whatever changes what it asks changes its revision too. */
export async function saveRoundRow(
  tx: Transaction,
  { organisationId }: Own,
  params: RoundName & { revision: number; change: Parameters<typeof updateRound>[1]['change'] },
): Promise<void> {
  if (await updateRound(tx, { organisationId, ...params })) return;
  const { panelId, roundId } = params;
  const round = await findRound(tx, { organisationId, panelId, roundId });
  throw editedMeanwhile(round?.revision ?? params.revision);
}
