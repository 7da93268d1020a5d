import type { Transaction } from '#db/database.ts';
import { listOutputs } from '#db/queries/panel-output.server.ts';
import {
  countPeopleOf,
  findActivityRecord,
  listRatings,
  listRoundStates,
  listTargetsOf,
  readSessionTotals,
  sumPaid,
} from '#db/queries/report-records.server.ts';
import { ServiceError } from '../../errors.ts';
import type { Panel } from '../panels/read-panel.server.ts';
import { readVotes } from '../panels/read-votes.server.ts';
import { activityFacts, costFacts, sessionFacts } from './activity-facts.ts';
import { outcomeFacts } from './outcome-facts.ts';
import { peopleFacts, withdrawalFacts } from './people-facts.ts';
import { presentRatings, type RatedRound } from './present-ratings.ts';
import { readOutcomes } from './read-outcomes.server.ts';
import type { Fact, FactsByGroup } from './report-facts.ts';
import { toldInTime } from './told-in-time.server.ts';
import { voteFacts } from './vote-facts.ts';

function ratingFacts(rounds: readonly RatedRound[]): Fact[] {
  return rounds.map(({ title, people }) =>
    people === null
      ? { key: 'ratedFew', values: { round: { text: title } }, page: 'report' }
      : { key: 'rated', values: { round: { text: title }, n: people }, page: 'report' },
  );
}

function governanceFacts(panel: Panel): Fact[] {
  const { policyPublishedOn, outcomesPublishedOn, safeguardingUserId } = panel;
  const page = 'settings';
  return [
    ...(policyPublishedOn === null
      ? []
      : [{ key: 'policy', values: { on: { date: policyPublishedOn } }, page }]),
    ...(safeguardingUserId === null
      ? []
      : [{ key: 'safeguarding', values: { hours: panel.safeguardingWithinHours }, page }]),
    ...(outcomesPublishedOn === null
      ? []
      : [{ key: 'public', values: { on: { date: outcomesPublishedOn } }, page }]),
  ];
}

/**
 * What the records say for a report, as the system: it counts what nobody may read one by one. The
 * caller has authorised the reader.
 */
export async function collectFacts(
  tx: Transaction,
  panel: Panel,
): Promise<{ facts: FactsByGroup; ratings: RatedRound[] }> {
  const { organisationId, id: panelId, activityId, minimumGroup: minimum } = panel;
  const ofPanel = { organisationId, panelId };
  const activity = await findActivityRecord(tx, { organisationId, activityId });
  if (!activity) throw new ServiceError('not-found');
  const sessions = await readSessionTotals(tx, { organisationId, activityId });
  const people = await countPeopleOf(tx, ofPanel);
  const targets = await listTargetsOf(tx, ofPanel);
  const rounds = await listRoundStates(tx, ofPanel);
  const paid = await sumPaid(tx, ofPanel);
  const ratings = presentRatings(await listRatings(tx, ofPanel), minimum);
  const outputs = await listOutputs(tx, ofPanel);
  const outcomes = await readOutcomes(tx, ofPanel);
  const told = await toldInTime(tx, panel);
  const votes = await readVotes(tx, ofPanel, minimum);
  const closed = rounds.filter(({ state }) => state === 'closed');
  const governance = governanceFacts(panel);
  const facts: FactsByGroup = {
    ...activityFacts(activity),
    ...outcomeFacts(outcomes, told),
    governance,
    people: peopleFacts(people, minimum),
    targets:
      targets.length === 0
        ? [{ key: 'noTargets', values: {}, page: 'recruitment' }]
        : targets.map(({ question, source }) =>
            source === null
              ? { key: 'noTarget', values: { question: { text: question } }, page: 'recruitment' }
              : {
                  key: 'target',
                  values: { question: { text: question }, source },
                  page: 'recruitment',
                },
          ),
    sessions: sessionFacts(sessions, activityId, minimum),
    rounds:
      rounds.length === 0
        ? []
        : [
            { key: 'rounds', values: { n: rounds.length, closed: closed.length }, page: 'rounds' },
            ...closed.map(({ title, outcome }) => ({
              key: 'roundOutcome',
              values: { title: { text: title }, text: { text: outcome } },
              page: 'rounds',
            })),
            ...voteFacts(votes),
          ],
    support: [
      { key: 'languages', values: { list: { languages: panel.languages } }, page: 'settings' },
      ...governance.filter(({ key }) => key === 'safeguarding'),
    ],
    costs: costFacts(paid, sessions, { activityId, minimum }),
    withdrawals: withdrawalFacts(people, minimum),
    ratings: ratingFacts(ratings),
    outputs: outputs.map(({ title, publishedOn }) => ({
      key: publishedOn === null ? 'outputPlanned' : 'output',
      values: { title: { text: title }, ...(publishedOn && { on: { date: publishedOn } }) },
      page: 'report/outputs',
    })),
  };
  return { facts, ratings };
}
