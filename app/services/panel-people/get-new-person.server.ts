import type { Member } from '#db/actor.server.ts';
import { listChannels } from '#db/queries/panel-channel.server.ts';
import { findNewestConsentVersion } from '#db/queries/panel-joining.server.ts';
import { listStrata } from '#db/queries/panel-stratum.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { questionsAsked } from './questions-asked.ts';

/** What has to be read to a person who joins by phone or on paper, and what is written down. */
export async function getNewPerson(member: Member, { panelId }: { panelId: string }) {
  const permission = 'panel-members.manage';
  return readPanel(member, { panelId, permission }, async (tx, panel) => {
    const ofPanel = { organisationId: member.organisationId, panelId };
    const channels = await listChannels(tx, ofPanel);
    return {
      channels: channels
        .filter(({ closedOn }) => closedOn === null)
        .map(({ id, name, kind }) => ({ id, name, kind })),
      consent: (await findNewestConsentVersion(tx, ofPanel)) ?? null,
      questions: questionsAsked(panel, await listStrata(tx, ofPanel)),
      purpose: panel.demographicsPurpose,
      canJoin: panel.state === 'open' && panel.policyPublishedOn !== null,
    };
  });
}
