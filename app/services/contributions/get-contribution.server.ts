import type { Member } from '#db/actor.server.ts';
import { listTranslations } from '#db/queries/contribution-translation.server.ts';
import { findContribution, listContributionEvents } from '#db/queries/contribution.server.ts';
import { ServiceError } from '../../errors.ts';
import { can } from '../../permissions.ts';
import { panelSites, readPanel } from '../panels/read-panel.server.ts';
import { namePeople } from './name-people.server.ts';
import { readableStates, readingPermission } from './reading-permission.ts';

export type ContributionIds = { panelId: string; contributionId: string };

/** A contribution as others read it, with its translations and what became of it. */
export async function getContribution(member: Member, ids: ContributionIds) {
  const ofContribution = { organisationId: member.organisationId, ...ids };
  const page = await readPanel(
    member,
    { panelId: ids.panelId, permission: readingPermission(member) },
    async (tx, panel) => {
      const contribution = await findContribution(tx, ofContribution);
      if (!contribution || !readableStates(member).includes(contribution.state)) {
        throw new ServiceError('not-found');
      }
      const mayModerate = can(member, 'contributions.moderate');
      return {
        contribution,
        translations: (await listTranslations(tx, ofContribution)).map(
          ({ id, language, text, origin, by, createdAt, checkedBy, checkedOn }) => ({
            ...{ id, language, text, origin, by, createdAt, checkedBy, checkedOn },
          }),
        ),
        // When words of a survey were sent, nobody knows: they carry the first day of their wave.
        events: (mayModerate ? await listContributionEvents(tx, ofContribution) : []).filter(
          ({ kind }) => contribution.source === 'panel' || kind !== 'sent',
        ),
        isPolicyPublished: panel.policyPublishedOn !== null,
        policy: panel.policy,
        may: {
          moderate: mayModerate,
          translate: can(member, 'contributions.translate'),
          enter:
            contribution.source === 'panel' &&
            can(member, 'panel-members.manage', panelSites(panel)),
        },
      };
    },
  );
  const names = await namePeople(page.events.map(({ by }) => by));
  return {
    ...page,
    events: page.events.map(({ by, ...event }) => ({
      ...event,
      by: by === null ? null : (names.get(by) ?? null),
      isAuthor: by === null,
    })),
  };
}
