import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listPrompts, listRounds, listStatements } from '#db/queries/panel-round.server.ts';
import { listQuestionnaires } from '#db/queries/questionnaire.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { askPeopleIn, type AskedPeople, type BurdenChoice } from './ask-people.server.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';
import { requireRoundIn, saveRoundRow, type RoundName } from './internal.server.ts';
import type { Panel } from './read-panel.server.ts';
import { roundProblems } from './round-problems.ts';

type Round = Awaited<ReturnType<typeof requireRoundIn>>;

async function questionnaireOf(tx: Transaction, panel: Panel, { waveId }: Round) {
  if (waveId === null) return 'none' as const;
  const open = await listQuestionnaires(tx, panel);
  return open.some((wave) => wave.waveId === waveId) ? ('open' as const) : ('over' as const);
}

/** What the round still lacks, from what the database holds of it. */
export async function findRoundProblems(tx: Transaction, panel: Panel, round: Round) {
  const { organisationId, id: panelId } = panel;
  const ofRound = { organisationId, panelId, roundId: round.id };
  const rounds = await listRounds(tx, { organisationId, panelId });
  return roundProblems({
    ...{ title: round.title, intro: round.intro, closesOn: round.closesOn, today: today() },
    ...{ languages: panel.languages, panelState: panel.state },
    prompts: await listPrompts(tx, ofRound),
    statements: await listStatements(tx, ofRound),
    questionnaire: await questionnaireOf(tx, panel, round),
    isAnotherOpen: rounds.some(
      ({ id, state, source }) => id !== round.id && state === 'open' && source === 'panel',
    ),
  });
}

/** Opens a draft and asks everybody who takes part, but those whom the facilitator leaves out. */
export async function openRound(
  member: Member,
  { panelId, roundId, revision, ...choice }: RoundName & BurdenChoice & { revision: number },
): Promise<AskedPeople> {
  const change = { panelId, permission: 'panels.manage', states: ['open'] } as const;
  const result = await changePanel(member, change, async (tx, panel) => {
    const name = { panelId, roundId };
    const round = await requireRoundIn(tx, member, { ...name, states: ['draft'] });
    const problems = await findRoundProblems(tx, panel, round);
    if (problems.length > 0) {
      throw new ServiceError('illegal-state', 'round-not-ready', { problems: problems.length });
    }
    const opened = { state: 'open', openedOn: today() } as const;
    await saveRoundRow(tx, member, { ...name, revision, change: opened });
    const people = await askPeopleIn(tx, member, { panel, round, choice });
    const { number } = round;
    await auditPanel(tx, member, {
      action: 'round.opened',
      panelId,
      detail: { number, roundId, people: people.asked, leftOut: people.leftOut },
    });
    return people;
  });
  await announceMail();
  return result;
}
