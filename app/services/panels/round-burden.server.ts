import type { Transaction } from '#db/database.ts';
import { listAskable } from '#db/queries/panel-asking.server.ts';
import type { Panel } from './read-panel.server.ts';
import { quarterOf } from './quarter.ts';

/** Somebody who would be asked now: only their number says who they are. */
export type Askable = {
  memberId: string;
  number: number;
  language: string;
  email: string;
  /** Needs the phone or paper: a person tells them. */
  isToldByHand: boolean;
  /** Asked of them in this quarter so far. */
  minutes: number;
  isOver: boolean;
};

/** Everybody who takes part and was not asked in the round yet, with the burden of this quarter. */
export async function findRoundBurden(
  tx: Transaction,
  panel: Panel,
  round: { id: string; minutes: number },
  day: string,
): Promise<Askable[]> {
  const { organisationId, id: panelId, minutesPerQuarter } = panel;
  const ofRound = { organisationId, panelId, roundId: round.id };
  const people = await listAskable(tx, { ...ofRound, ...quarterOf(day) });
  const open = people.filter(({ isAsked }) => !isAsked);
  return open.map(({ memberId, number, language, email, isToldByHand, minutes }) => ({
    ...{ memberId, number, language, email, isToldByHand, minutes },
    isOver: minutes + round.minutes > minutesPerQuarter,
  }));
}
