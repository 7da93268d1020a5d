import type { Member } from '#db/actor.server.ts';
import { listJobPrompts, listJobReports } from '#db/queries/panel-job.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { groupJobs } from './group-jobs.ts';

/** What a panel does for others, round by round, with the result that stands. */
export async function listJobs(member: Member, { panelId }: { panelId: string }) {
  const { organisationId } = member;
  return readPanel(member, { panelId }, async (tx) => {
    const jobs = groupJobs(await listJobPrompts(tx, { organisationId, panelId }));
    const reports = await listJobReports(tx, { organisationId, panelId });
    return {
      jobs: jobs.map((job) => {
        const own = reports.filter(({ promptId }) => promptId === job.id);
        const standing = own.find(({ supersededOn }) => supersededOn === null);
        return {
          ...{ id: job.id, about: job.about, prompts: job.prompts.length },
          ...{ roundId: job.roundId, roundNumber: job.roundNumber, roundState: job.roundState },
          report: standing ? { id: standing.id, publishedOn: standing.publishedOn } : null,
          isSuperseded: !standing && own.length > 0,
        };
      }),
    };
  });
}
