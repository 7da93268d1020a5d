import type { Member } from '#db/actor.server.ts';
import {
  listJobContributions,
  listJobPrompts,
  listJobReports,
  listQuotedWords,
} from '#db/queries/panel-job.server.ts';
import { ServiceError } from '../../errors.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { shownCount } from '../panels/shown-count.ts';
import { groupJobs } from './group-jobs.ts';
import type { JobContent } from './job-content.ts';

/** One job: what was asked and said, what was published of it, and whose words may be shown. */
export async function getJob(member: Member, input: { panelId: string; promptId: string }) {
  const { panelId, promptId } = input;
  const ofPanel = { organisationId: member.organisationId, panelId };
  return readPanel(member, { panelId }, async (tx, panel) => {
    const jobs = groupJobs(await listJobPrompts(tx, ofPanel));
    const job = jobs.find(({ id }) => id === promptId);
    if (!job) throw new ServiceError('not-found');
    const promptIds = job.prompts.map(({ id }) => id);
    const said = await listJobContributions(tx, { ...ofPanel, promptIds });
    const people = new Set(said.map(({ memberId }) => memberId)).size;
    const reports = (await listJobReports(tx, ofPanel)).filter((one) => one.promptId === promptId);
    const [newest] = reports;
    const content = (newest?.content ?? null) as JobContent | null;
    return {
      ...{ job, people: shownCount(people, panel.minimumGroup), minimum: panel.minimumGroup },
      isOutcomesPublic: panel.outcomesPublishedOn !== null,
      said: said.map(({ id, promptId: of, language, text, value, quoteConsentId }) => ({
        ...{ id, promptId: of, language, text, value, mayQuote: quoteConsentId !== null },
      })),
      report: newest && content ? { ...newest, content } : null,
      quotes: content ? await listQuotedWords(tx, { ...ofPanel, quoteIds: content.quoteIds }) : [],
    };
  });
}

export type JobPage = Awaited<ReturnType<typeof getJob>>;
