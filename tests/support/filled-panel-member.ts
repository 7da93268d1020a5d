import { randomUUID } from 'node:crypto';
import { getDatabase } from '#app/database.server.ts';
import { contributionTranslations } from '#db/schema/contribution-translation.ts';
import {
  contributionDrafts,
  contributionEvents,
  contributionOriginals,
  contributions,
} from '#db/schema/contribution.ts';
import {
  panelAskings,
  panelConsents,
  panelContacts,
  panelMemberBands,
  panelNeeds,
} from '#db/schema/panel-member.ts';
import { panelPayments } from '#db/schema/panel-payment.ts';
import { panelCredits, panelReportContributions } from '#db/schema/panel-report.ts';
import { panelRatingMarks } from '#db/schema/panel-round.ts';
import { panelVotes } from '#db/schema/panel-statement.ts';
import { quotes } from '#db/schema/quote.ts';
import { safeguardingConcerns } from '#db/schema/safeguarding.ts';
import { panelTellings, suggestionContributions } from '#db/schema/suggestion.ts';
import { fillReading } from './filled-coding.ts';
import type { FilledPanel } from './filled-panel.ts';

const on = '2026-03-01';

async function fillContribution(panel: FilledPanel, memberId: string): Promise<void> {
  const db = getDatabase();
  const { organisationId, panelId, roundId, promptId, consentVersionId } = panel;
  const ofMember = { organisationId, panelId, memberId };
  const [readConsent, quoteConsent, id] = [randomUUID(), randomUUID(), randomUUID()];
  const consent = {
    ...ofMember,
    consentVersionId,
    granted: true,
    basis: 'own',
    number: 1,
  } as const;
  await db.insert(panelConsents).values([
    { ...consent, id: readConsent, purpose: 'read' },
    { ...consent, id: quoteConsent, purpose: 'quote' },
  ]);
  await db.insert(contributions).values({
    ...{ ...ofMember, id, roundId, promptId, consentId: readConsent, consentPurpose: 'read' },
    ...{ language: 'en', register: 'standard', state: 'accepted', text: 'I waited', sentOn: on },
  });
  const ofContribution = { organisationId, panelId, contributionId: id };
  await fillReading(panel, { memberId, contributionId: id });
  await db
    .insert(contributionOriginals)
    .values({ ...ofContribution, text: 'I waited', names: [], spans: [] });
  await db
    .insert(contributionEvents)
    .values({ ...ofContribution, memberId, number: 1, kind: 'sent' });
  await db
    .insert(contributionTranslations)
    .values({ ...ofContribution, language: 'de', text: 'Ich wartete', origin: 'human', by: 'T' });
  await db
    .insert(safeguardingConcerns)
    .values({ ...ofContribution, memberId, source: 'self', note: 'Call me' });
  await db.insert(quotes).values({
    ...{ ...ofContribution, memberId, consentId: quoteConsent, consentPurpose: 'quote' },
    ...{ start: 0, end: 8 },
  });
  await db
    .insert(suggestionContributions)
    .values({ ...ofContribution, suggestionId: panel.suggestionId });
  await db.insert(panelReportContributions).values({ ...ofContribution, reportId: panel.reportId });
}

/** A row in every table that is about a person of a panel. */
export async function fillPanelMember(panel: FilledPanel, memberId: string): Promise<void> {
  const db = getDatabase();
  const { organisationId, panelId, roundId, promptId, stratumId, statementId } = panel;
  const ofMember = { organisationId, panelId, memberId };
  await db.insert(panelContacts).values({ ...ofMember, email: `${memberId}@example.org` });
  await db
    .insert(panelMemberBands)
    .values({ ...ofMember, stratumId, band: 'old', expiresOn: '2030-01-01' });
  await db.insert(panelNeeds).values({ ...ofMember, needs: ['breaks'] });
  await db.insert(panelAskings).values({ ...ofMember, roundId, minutes: 20, askedOn: on });
  await db.insert(panelVotes).values({ ...ofMember, statementId, choice: 'agree' });
  await db.insert(panelRatingMarks).values({ ...ofMember, roundId });
  await db.insert(contributionDrafts).values({ ...ofMember, promptId, text: 'I', savedOn: on });
  await db.insert(panelTellings).values({ ...ofMember, news: `round:${roundId}`, happenedOn: on });
  await db.insert(panelPayments).values({
    ...{ ...ofMember, kind: 'payment', rateId: panel.rateId, description: 'Round 1' },
    ...{ amountMinor: 2750, currency: 'GBP', offeredOn: on },
  });
  await db.insert(panelCredits).values({ ...ofMember, outputId: panel.outputId, choice: 'none' });
  await fillContribution(panel, memberId);
}
