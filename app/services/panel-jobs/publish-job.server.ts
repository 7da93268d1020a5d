import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import {
  insertJobReport,
  listJobPrompts,
  quoteWhole,
  shareJobContributions,
  supersedeJobReports,
  type JobContribution,
} from '#db/queries/panel-job.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { languageNames } from '../../i18n/locales.ts';
import { today } from '../../today.ts';
import { contentHash } from '../content-hash.server.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import { languagesWithout } from '../panels/languages-without.ts';
import type { Panel } from '../panels/read-panel.server.ts';
import { countPeople } from './count-people.ts';
import { describeDebriefing, keepDebriefing } from './debriefing-evidence.server.ts';
import { groupJobs, type Job } from './group-jobs.ts';
import type { JobContent, JobFinding } from './job-content.ts';
import { summariseMargin } from './summarise-margin.ts';

export type JobInput = {
  panelId: string;
  /** The first prompt of the job. */
  promptId: string;
  /** Of a debriefing: what people found, and what was done about it. */
  findings?: readonly JobFinding[];
  /** Of a review: what was changed, in the panel's languages. */
  changed?: LocalText;
  /** Contributions whose words are shown with the result; each author must agree to be quoted. */
  quoted?: readonly string[];
};

async function requireJob(tx: Transaction, panel: Panel, promptId: string): Promise<Job> {
  const { organisationId, id: panelId } = panel;
  const jobs = groupJobs(await listJobPrompts(tx, { organisationId, panelId }));
  const job = jobs.find(({ id }) => id === promptId);
  if (!job) throw new ServiceError('not-found');
  if (job.roundState !== 'closed') throw new ServiceError('illegal-state', 'job-round-not-closed');
  return job;
}

async function quoteAll(
  tx: Transaction,
  panel: Panel,
  said: readonly JobContribution[],
  quoted: readonly string[],
): Promise<string[]> {
  const { organisationId, id: panelId } = panel;
  const ids: string[] = [];
  for (const contributionId of quoted) {
    const contribution = said.find(({ id }) => id === contributionId);
    if (!contribution) throw new ServiceError('conflict', 'job-words-gone');
    const id = await quoteWhole(tx, { organisationId, panelId }, contribution);
    if (id === undefined) throw new ServiceError('invalid', 'job-quote-not-agreed');
    ids.push(id);
  }
  return ids;
}

async function describeJob(
  tx: Transaction,
  panel: Panel,
  job: Job,
  { input, said }: { input: JobInput; said: readonly JobContribution[] },
): Promise<JobContent> {
  const counted = job.about.kind === 'margin' ? said.filter(({ value }) => value !== null) : said;
  const people = countPeople(counted, panel.minimumGroup);
  if (!people) {
    throw new ServiceError('illegal-state', 'job-too-few', { minimum: panel.minimumGroup });
  }
  const quoteIds = await quoteAll(tx, panel, said, input.quoted ?? []);
  const common = { people, roundNumber: job.roundNumber, quoteIds };
  const { about } = job;
  switch (about.kind) {
    case 'item':
      return describeDebriefing(tx, panel, job, { ...common, findings: input.findings ?? [] });
    case 'text': {
      const changed = input.changed ?? {};
      const [missing] = languagesWithout(changed, panel.languages);
      if (missing)
        throw new ServiceError('invalid', 'job-change-missing', {
          language: languageNames[missing],
        });
      return { ...common, job: 'review', name: about.name, text: about.text, changed };
    }
    case 'margin': {
      const { metric, unit, low, high } = about;
      const values = counted.flatMap(({ value }) => (value === null ? [] : [value]));
      const question = job.prompts[0]?.text ?? {};
      // Every answer counts in the median, so the number of people is of all, and of no language.
      const total = new Set(counted.map(({ memberId }) => memberId)).size;
      const everybody = { total, byLanguage: [], withheld: [] };
      return {
        ...{ ...common, people: everybody, job: 'margin', metric, unit, low, high, question },
        ...summariseMargin(values),
      };
    }
  }
}

/**
 * Publishes what a job of a closed round found, frozen. A newer result supersedes the one before. A
 * debriefing becomes evidence in the dossier of its instrument.
 */
export async function publishJob(member: Member, input: JobInput): Promise<{ reportId: string }> {
  const { panelId, promptId } = input;
  const { organisationId, userId } = member;
  const change = {
    panelId,
    permission: 'panel-reports.publish',
    states: ['open', 'closed'],
  } as const;
  return changePanel(member, change, async (tx, panel) => {
    const job = await requireJob(tx, panel, promptId);
    const ofPanel = { organisationId, panelId };
    const promptIds = job.prompts.map(({ id }) => id);
    const said = await shareJobContributions(tx, { ...ofPanel, promptIds });
    const content = await describeJob(tx, panel, job, { input, said });
    const reportId = randomUUID();
    const on = today();
    await supersedeJobReports(tx, { ...ofPanel, promptId, on });
    await insertJobReport(tx, {
      ...{ ...ofPanel, reportId, promptId, content, contentHash: contentHash(content) },
      ...{ publishedOn: on, publishedBy: userId, contributionIds: said.map(({ id }) => id) },
    });
    if (content.job === 'debriefing') {
      await keepDebriefing(tx, member, { panel, content, reportId, on: job.closedOn ?? on });
    }
    await auditPanel(tx, member, {
      action: 'panel.job-published',
      panelId,
      detail: { job: content.job, number: job.roundNumber, reportId },
    });
    return { reportId };
  });
}
