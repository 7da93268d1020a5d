import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../database.ts';
import { quotes } from '../../schema/quote.ts';
import {
  panelTellings,
  suggestionChanges,
  suggestionContributions,
  suggestionDecisions,
  suggestions,
} from '../../schema/suggestion.ts';
import { daysBefore } from './days.ts';
import type { DemoPanel } from './insert-set-up.server.ts';
import type { DemoFirstRound, DemoSaid } from './insert-words.server.ts';
import { demoSuggestions } from './outcome-texts.ts';

/** The words as a quote, where their author agreed to be quoted. */
async function quote(
  tx: Transaction,
  { organisationId, panelId }: DemoPanel,
  { id: contributionId, person, words }: DemoSaid,
): Promise<string | null> {
  const consentId = person.consents.quote;
  if (consentId === null) return null;
  const id = randomUUID();
  await tx.insert(quotes).values({
    ...{ organisationId, panelId, id, contributionId, memberId: person.memberId },
    ...{ consentId, consentPurpose: 'quote', start: 0, end: words.text.length },
  });
  return id;
}

async function tell(
  tx: Transaction,
  demo: DemoPanel,
  news: { key: string; days: number; authors: readonly DemoSaid[] },
): Promise<void> {
  const { organisationId, panelId, today } = demo;
  await tx.insert(panelTellings).values(
    news.authors.map(({ person: { memberId } }, index) => ({
      ...{ organisationId, panelId, memberId, news: news.key },
      happenedOn: daysBefore(today, news.days),
      mailedOn: daysBefore(today, news.days - 2),
      seenOn: index === 0 ? daysBefore(today, news.days - 6) : null,
    })),
  );
}

/** What the panel asked for, what was decided and changed, and who was told of it. */
export async function insertOutcomes(
  tx: Transaction,
  demo: DemoPanel,
  { worries }: DemoFirstRound,
): Promise<void> {
  const { organisationId, panelId, today, facilitatorId: recordedBy } = demo;
  const ofPanel = { organisationId, panelId };
  for (const [at, suggestion] of demoSuggestions.entries()) {
    const suggestionId = randomUUID();
    await tx.insert(suggestions).values({
      ...{ ...ofPanel, id: suggestionId, number: at + 1, text: suggestion.text },
      raisedOn: daysBefore(today, 70),
    });
    const authors: DemoSaid[] = [];
    for (const { language, index, isQuoted } of suggestion.builtOn) {
      const said = worries.filter(({ person }) => person.language === language)[index];
      if (!said) throw new Error('a suggestion of the demo is built on words that are not there');
      const quoteId = isQuoted ? await quote(tx, demo, said) : null;
      await tx
        .insert(suggestionContributions)
        .values({ ...ofPanel, suggestionId, contributionId: said.id, quoteId });
      authors.push(said);
    }
    const decisionId = randomUUID();
    const decided = 58 - 4 * at;
    const { verdict, reason, decidedBy, change } = suggestion;
    await tx.insert(suggestionDecisions).values({
      ...{ ...ofPanel, id: decisionId, suggestionId, number: 1, verdict, reason, decidedBy },
      ...{ decidedOn: daysBefore(today, decided), recordedBy },
    });
    await tell(tx, demo, { key: `decision:${decisionId}`, days: decided, authors });
    if (change === null) continue;
    const changeId = randomUUID();
    const changed = decided - 20;
    await tx.insert(suggestionChanges).values({
      ...{ ...ofPanel, id: changeId, suggestionId, number: 1, what: change, recordedBy },
      subject: { kind: 'document', name: 'Ward triage procedure (demo)', version: '3' },
      changedOn: daysBefore(today, changed),
    });
    await tell(tx, demo, { key: `change:${changeId}`, days: changed, authors });
  }
}
