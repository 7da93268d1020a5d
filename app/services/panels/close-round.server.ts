import type { Member } from '#db/actor.server.ts';
import { listPeopleOfRound } from '#db/queries/panel-asking.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { tellContributors } from '../outcomes/tell-contributors.server.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';
import { requireRoundIn, saveRoundRow, type RoundName } from './internal.server.ts';
import { languagesWithout } from './languages-without.ts';

/** Closes a round with what came of it, in every language of the panel; whoever was asked or spoke is told. */
export async function closeRound(
  member: Member,
  input: RoundName & { revision: number; outcome: LocalText },
): Promise<void> {
  const { panelId, roundId, revision, outcome } = input;
  const change = { panelId, permission: 'panels.manage', states: ['open'] } as const;
  await changePanel(member, change, async (tx, panel) => {
    const name = { panelId, roundId };
    const { number } = await requireRoundIn(tx, member, { ...name, states: ['open'] });
    if (languagesWithout(outcome, panel.languages).length > 0) {
      throw new ServiceError('invalid', 'outcome-missing');
    }
    const closedOn = today();
    const closed = { state: 'closed', closedOn, outcome } as const;
    await saveRoundRow(tx, member, { ...name, revision, change: closed });
    const { organisationId } = member;
    await tellContributors(tx, {
      ...{ organisationId, panelId, happenedOn: closedOn },
      memberIds: await listPeopleOfRound(tx, { organisationId, ...name }),
      news: { kind: 'round', id: roundId },
    });
    await auditPanel(tx, member, { action: 'round.closed', panelId, detail: { number, roundId } });
  });
}
