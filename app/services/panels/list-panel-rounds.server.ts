import type { Member } from '#db/actor.server.ts';
import { countAskings } from '#db/queries/panel-asking.server.ts';
import { listRounds } from '#db/queries/panel-round.server.ts';
import { presentAskings } from './present-askings.ts';
import { readPanel } from './read-panel.server.ts';

/** The rounds of a panel, newest first, each with how many were asked and have finished; those of surveys last. */
export async function listPanelRounds(member: Member, { panelId }: { panelId: string }) {
  const { organisationId } = member;
  return readPanel(member, { panelId }, async (tx, panel) => {
    const all = await listRounds(tx, { organisationId, panelId });
    const isOfSurvey = ({ source }: (typeof all)[number]) => Number(source === 'survey');
    const rounds = [];
    for (const round of all.toSorted((a, b) => isOfSurvey(a) - isOfSurvey(b))) {
      const counts = await countAskings(tx, { organisationId, panelId, roundId: round.id });
      const { id, source, number, title, state, minutes, closesOn, closedOn } = round;
      rounds.push({
        ...{ id, source, number, title, state, minutes, closesOn, closedOn },
        ...presentAskings(counts, panel.minimumGroup),
      });
    }
    return { rounds };
  });
}
