import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { insertRound, listRounds } from '#db/queries/panel-round.server.ts';
import { listQuestionnaires } from '#db/queries/questionnaire.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';

export type RoundDescription = {
  title: LocalText;
  /** What was found before and what has changed since. */
  intro: LocalText;
  /** Asked of each person. */
  minutes: number;
  /** The last day on which people can answer. */
  closesOn: string | null;
  /** The open wave of a confidential study whose questionnaire people are asked to answer. */
  waveId?: string | null;
};

export function checkRound({
  title,
  minutes,
  closesOn,
}: Pick<RoundDescription, 'title' | 'minutes' | 'closesOn'>): void {
  if (Object.values(title).every((words) => words.trim() === '')) {
    throw new ServiceError('invalid', 'title-missing');
  }
  if (!Number.isInteger(minutes) || minutes < 1) throw new ServiceError('invalid', 'minutes-wrong');
  if (closesOn !== null && closesOn < today()) throw new ServiceError('invalid', 'round-date-past');
}

/** Refuses a wave that people of a panel cannot answer, or that the member does not see. */
export async function checkQuestionnaire(
  tx: Transaction,
  { organisationId }: Member,
  waveId: string | null | undefined,
): Promise<void> {
  if (waveId == null) return;
  const offered = await listQuestionnaires(tx, { organisationId });
  if (!offered.some((wave) => wave.waveId === waveId)) {
    throw new ServiceError('invalid', 'round-wave-unavailable');
  }
}

/** The next round, as a draft; the panel may still be one. */
export async function createRound(
  member: Member,
  { panelId, ...round }: RoundDescription & { panelId: string },
): Promise<{ roundId: string }> {
  checkRound(round);
  return changePanel(member, { panelId, permission: 'panels.manage' }, async (tx) => {
    await checkQuestionnaire(tx, member, round.waveId);
    const ofPanel = { organisationId: member.organisationId, panelId };
    // The panel is locked: of two who add a round, the second counts the first.
    const [newest] = await listRounds(tx, ofPanel);
    const number = (newest?.number ?? 0) + 1;
    const roundId = randomUUID();
    await insertRound(tx, { ...ofPanel, roundId, number, ...round });
    await auditPanel(tx, member, { action: 'round.created', panelId, detail: { number, roundId } });
    return { roundId };
  });
}
