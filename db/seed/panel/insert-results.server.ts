import { randomUUID } from 'node:crypto';
import { contentHash } from '#app/services/content-hash.server.ts';
import { countPeople } from '#app/services/panel-jobs/count-people.ts';
import type { JobContent } from '#app/services/panel-jobs/job-content.ts';
import { summariseMargin } from '#app/services/panel-jobs/summarise-margin.ts';
import type { Transaction } from '../../database.ts';
import {
  panelCredits,
  panelOutputs,
  panelReportContributions,
  panelReports,
} from '../../schema/panel-report.ts';
import { daysBefore } from './days.ts';
import type { DemoPerson } from './insert-people.server.ts';
import type { DemoRound } from './insert-rounds.server.ts';
import type { DemoPanel } from './insert-set-up.server.ts';
import type { DemoFirstRound, DemoSaid } from './insert-words.server.ts';
import { demoOutput, demoReviewChanged } from './outcome-texts.ts';
import { demoLeaflet, demoRounds } from './round-texts.ts';

function peopleOf(said: readonly DemoSaid[]) {
  const counted = countPeople(
    said.map(({ person: { memberId, language } }) => ({ memberId, language })),
    5,
  );
  if (!counted) throw new Error('too few people of the demo did the job');
  return counted;
}

async function insertReport(
  tx: Transaction,
  demo: DemoPanel,
  report: { number: number; promptId: string; content: JobContent; said: readonly DemoSaid[] },
): Promise<void> {
  const { organisationId, panelId, today, facilitatorId } = demo;
  const { content, said, ...row } = report;
  const reportId = randomUUID();
  await tx.insert(panelReports).values({
    ...{ organisationId, panelId, ...row, id: reportId, kind: 'job', content },
    ...{ contentHash: contentHash(content), publishedBy: facilitatorId },
    publishedOn: daysBefore(today, 50),
  });
  await tx.insert(panelReportContributions).values(
    said.map(({ id: contributionId }) => ({
      ...{ organisationId, panelId, reportId, contributionId },
    })),
  );
}

/** Results of the two jobs of the first round, and an output with how people want to be thanked. */
export async function insertResults(
  tx: Transaction,
  demo: DemoPanel,
  given: { first: DemoFirstRound; rounds: readonly DemoRound[]; people: readonly DemoPerson[] },
): Promise<void> {
  const { organisationId, panelId } = demo;
  const { reviews, margins } = given.first;
  const [, reviewPrompt = '', marginPrompt = ''] = given.rounds[0]?.promptIds ?? [];
  const common = { roundNumber: 1, quoteIds: [] };
  await insertReport(tx, demo, {
    ...{ number: 1, promptId: reviewPrompt, said: reviews },
    content: {
      ...{ ...common, job: 'review', name: 'Leaflet: a computer on our ward' },
      ...{ people: peopleOf(reviews), text: demoLeaflet, changed: demoReviewChanged },
    },
  });
  await insertReport(tx, demo, {
    ...{ number: 2, promptId: marginPrompt, said: margins },
    content: {
      ...{ ...common, job: 'margin', metric: 'Waiting too long, between language groups' },
      ...{ unit: 'percentage-points', low: 0, high: 30 },
      question: demoRounds[0]?.prompts[2]?.text ?? {},
      people: { total: margins.length, byLanguage: [], withheld: [] },
      ...summariseMargin(margins.flatMap(({ value }) => (value === undefined ? [] : [value]))),
    },
  });
  const outputId = randomUUID();
  await tx.insert(panelOutputs).values({ organisationId, panelId, id: outputId, ...demoOutput });
  const crediting = given.people.filter(({ consents }) => consents.credit !== null);
  await tx.insert(panelCredits).values(
    crediting.map(({ memberId }, index) => ({
      ...{ organisationId, panelId, outputId, memberId },
      choice: index % 2 === 0 ? ('pseudonym' as const) : ('none' as const),
    })),
  );
}
