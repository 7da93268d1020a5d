import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import { insertSurveyContribution } from '#db/queries/contribution-sending.server.ts';
import { insertConcern } from '#db/queries/safeguarding.server.ts';
import { today } from '../../today.ts';
import type { Panel } from '../panels/read-panel.server.ts';
import { findConcern } from '../safeguarding/find-concern.ts';
import type { NamedPerson } from '../safeguarding/find-named-person.server.ts';
import { tellNamedPerson } from '../safeguarding/tell-named-person.server.ts';

export type SurveyWords = { text: string; language: string; mayQuote: boolean };

/**
 * Keeps words of a survey in the order given, as contributions without a member. Where they may be a sign of
 * danger or distress, the person named for the panel is told in the same transaction, which is the system's;
 * whom the words are of nobody can tell them.
 */
export async function keepSurveyWords(
  tx: Transaction,
  words: readonly SurveyWords[],
  {
    round: { roundId, promptId, day },
    panel,
    named,
  }: {
    round: { roundId: string; promptId: string; day: string };
    panel: Panel;
    named: NamedPerson | null;
  },
): Promise<void> {
  const { organisationId, id: panelId } = panel;
  for (const { text, language, mayQuote } of words) {
    const contributionId = randomUUID();
    const row = { organisationId, panelId, roundId, promptId, language, mayQuote };
    await insertSurveyContribution(tx, { ...row, id: contributionId, sentOn: day }, { text });
    if (findConcern(text) === null) continue;
    await insertConcern(tx, {
      ...{ organisationId, panelId, id: randomUUID(), contributionId, memberId: null },
      source: 'phrase',
      raisedAt: new Date(today()),
    });
    await tellNamedPerson(tx, { organisationId, panel, source: 'phrase', named });
  }
}
