import type { Member } from '#db/actor.server.ts';
import { countAskings } from '#db/queries/panel-asking.server.ts';
import { listRounds } from '#db/queries/panel-round.server.ts';
import { presentAskings } from './present-askings.ts';
import { readPanel } from './read-panel.server.ts';

/** The rounds of a panel, newest first, each with how many were asked and have finished; those of surveys last. */
export async function listPanelRounds(member: Member, { panelId }: { panelId: string }) {
  const { organisationId } = member;
  return readPanel(member, { panelId }, async (tx, panel) => {
    const rounds = [];
    for (const round of await listRounds(tx, { organisationId, panelId })) {
      const counts = await countAskings(tx, { organisationId, panelId, roundId: round.id });
      rounds.push({
        ...{
          id: round.id,
          source: round.source,
          number: round.number,
          title: round.title,
          state: round.state,
        },
        ...{ minutes: round.minutes, closesOn: round.closesOn, closedOn: round.closedOn },
        ...presentAskings(counts, panel.minimumGroup),
      });
    }
    const isOfSurvey = ({ source }: (typeof rounds)[number]) => Number(source === 'survey');
    return { rounds: rounds.toSorted((a, b) => isOfSurvey(a) - isOfSurvey(b)) };
  });
}
