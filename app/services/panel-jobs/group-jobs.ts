import type { PromptAbout, PromptKind } from '#db/schema/panel-round.ts';
import type { LocalText } from '#surveys/model/languages.ts';

export type JobPrompt = {
  id: string;
  kind: PromptKind;
  text: LocalText;
  about: PromptAbout;
  roundId: string;
  roundNumber: number;
  roundState: string;
  closedOn: string | null;
};

/** What a round does for others: items of one instrument are one job, each text and margin another. */
export type Job = Pick<JobPrompt, 'id' | 'roundId' | 'roundNumber' | 'roundState' | 'closedOn'> & {
  about: PromptAbout;
  prompts: JobPrompt[];
};

/** A job is named by its first prompt. */
export function groupJobs(prompts: readonly JobPrompt[]): Job[] {
  const jobs: Job[] = [];
  for (const prompt of prompts) {
    const { about } = prompt;
    const same = jobs.find(
      (job) =>
        about.kind === 'item' &&
        job.about.kind === 'item' &&
        job.roundId === prompt.roundId &&
        job.about.instrumentVersionId === about.instrumentVersionId,
    );
    if (same) same.prompts.push(prompt);
    else {
      const { id, roundId, roundNumber, roundState, closedOn } = prompt;
      jobs.push({
        ...{ id, roundId, roundNumber, roundState, closedOn, about },
        prompts: [prompt],
      });
    }
  }
  return jobs;
}
