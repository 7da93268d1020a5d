import type { Member } from '#db/actor.server.ts';
import { countContributions, listContributions } from '#db/queries/contribution.server.ts';
import { listOpenAppeals } from '#db/queries/moderation.server.ts';
import type { ContributionState } from '#db/schema/contribution.ts';
import { can } from '../../permissions.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { contributionsPerPage } from './contributions-per-page.ts';
import { countModerationReasons } from './count-moderation-reasons.server.ts';
import { readableStates, readingPermission } from './reading-permission.ts';

type Asked = { panelId: string; state: ContributionState | null; page: number };

/** The contributions of a panel in one state, those that the reader may see. */
export async function listContributionsOf(member: Member, { panelId, state, page }: Asked) {
  const states = readableStates(member);
  const permission = readingPermission(member);
  return readPanel(member, { panelId, permission }, async (tx, panel) => {
    const ofPanel = { organisationId: member.organisationId, panelId };
    const counts = (await countContributions(tx, ofPanel)).filter((count) =>
      states.includes(count.state),
    );
    // Without a choice: the first queue in which something waits.
    const waiting = states.find((one) => counts.some((count) => count.state === one));
    const shown = state !== null && states.includes(state) ? state : (waiting ?? states[0]);
    const rows = await listContributions(tx, {
      ...ofPanel,
      states: shown === undefined ? [] : [shown],
      limit: contributionsPerPage,
      offset: (page - 1) * contributionsPerPage,
    });
    const mayModerate = can(member, 'contributions.moderate');
    return {
      contributions: rows,
      state: shown ?? 'accepted',
      states: states.map((one) => ({
        state: one,
        n: counts.find((count) => count.state === one)?.n ?? 0,
      })),
      total: counts.find((count) => count.state === shown)?.n ?? 0,
      page,
      reasons: await countModerationReasons(tx, panel),
      policyPublishedOn: panel.policyPublishedOn,
      appeals: mayModerate ? (await listOpenAppeals(tx, ofPanel)).length : 0,
      may: {
        moderate: mayModerate,
        enter: can(member, 'panel-members.manage'),
        translate: can(member, 'contributions.translate'),
      },
    };
  });
}
