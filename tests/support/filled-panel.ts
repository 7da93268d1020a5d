import { randomUUID } from 'node:crypto';
import { getDatabase } from '#app/database.server.ts';
import { activities, activitySessions } from '#db/schema/activity.ts';
import { panelDrawCandidates, panelDraws } from '#db/schema/panel-draw.ts';
import { panelMembers } from '#db/schema/panel-member.ts';
import { paymentRates } from '#db/schema/panel-payment.ts';
import {
  panelBandReleases,
  panelDepartures,
  panelTargetChanges,
} from '#db/schema/panel-recruitment.ts';
import { panelNarratives, panelOutputs, panelReports } from '#db/schema/panel-report.ts';
import { panelPrompts, panelRatings, panelRounds } from '#db/schema/panel-round.ts';
import { panelStatements } from '#db/schema/panel-statement.ts';
import {
  panelChannels,
  panelConsentVersions,
  panels,
  panelStrata,
  panelTargets,
} from '#db/schema/panel.ts';
import { suggestionChanges, suggestionDecisions, suggestions } from '#db/schema/suggestion.ts';
import { fillCoding } from './filled-coding.ts';
import { fillPanelMember } from './filled-panel-member.ts';

export type FilledPanel = {
  organisationId: string;
  siteId: string;
  panelId: string;
  slug: string;
  channelId: string;
  channelCode: string;
  consentVersionId: string;
  stratumId: string;
  roundId: string;
  promptId: string;
  statementId: string;
  suggestionId: string;
  drawId: string;
  reportId: string;
  outputId: string;
  codingId: string;
  codeId: string;
  rateId: string;
  /** Two people, each with a row in every table that is about a person. */
  memberIds: [string, string];
  linkHashes: [string, string];
};

const on = '2026-03-01';
const text = { en: 'Words' };

async function fillActivity(organisationId: string, siteId: string): Promise<string> {
  const db = getDatabase();
  const activityId = randomUUID();
  await db.insert(activities).values({
    ...{ organisationId, siteId, id: activityId, title: text, aim: text, informs: 'study' },
    ...{ informedName: 'A study', stage: 'design', influence: 'involve', startsOn: on },
    ...{ outputsOwner: text, outOfScope: text },
  });
  await db.insert(activitySessions).values({
    ...{ organisationId, activityId, heldOn: on, place: 'Room 1', durationMinutes: 60 },
    ...{ patients: 3, carers: 1, publicMembers: 2, staff: 2, accessProvided: 'Ramp' },
    ...{ minutes: 'We spoke', currency: 'GBP', recordedBy: 'x' },
  });
  return activityId;
}

async function fillOutcomes(panel: FilledPanel): Promise<void> {
  const db = getDatabase();
  const { organisationId, panelId, suggestionId } = panel;
  const ofPanel = { organisationId, panelId };
  const recordedBy = 'x';
  await db
    .insert(suggestions)
    .values({ ...ofPanel, id: suggestionId, number: 1, text, raisedOn: on });
  await db.insert(suggestionDecisions).values({
    ...{ ...ofPanel, suggestionId, number: 1, verdict: 'partly', reason: text, recordedBy },
    ...{ decidedBy: 'The board', decidedOn: on },
  });
  await db.insert(suggestionChanges).values({
    ...{ ...ofPanel, suggestionId, number: 1, what: text, changedOn: on, recordedBy },
    subject: { kind: 'organisation' },
  });
  await db.insert(panelReports).values({
    ...{ ...ofPanel, id: panel.reportId, kind: 'gripp2-short', number: 1, content: {} },
    ...{ contentHash: 'x', publishedOn: on, publishedBy: 'x' },
  });
  await db
    .insert(panelNarratives)
    .values({ ...ofPanel, item: 'gripp2-short/aim', text: 'Why', writtenBy: 'x' });
  await db.insert(panelOutputs).values({ ...ofPanel, id: panel.outputId, title: text });
}

async function fillSetUp(panel: FilledPanel, activityId: string, safeguardingUserId: string) {
  const db = getDatabase();
  const { organisationId, siteId, panelId, slug, stratumId } = panel;
  const ofPanel = { organisationId, panelId };
  await db.insert(panels).values({
    ...{ organisationId, siteId, activityId, id: panelId, slug, safeguardingUserId },
    ...{ title: text, about: text, languages: ['en'], state: 'open', policy: text },
    ...{ policyPublishedOn: on, outcomesPublishedOn: on },
  });
  await db.insert(panelStrata).values({
    ...{ ...ofPanel, id: stratumId, position: 1, question: text, source: 'Census' },
    bands: [{ id: 'old', label: text }],
  });
  await db.insert(panelTargets).values({ organisationId, stratumId, band: 'old', share: 0.5 });
  await db.insert(panelChannels).values({
    ...{ ...ofPanel, id: panel.channelId, code: panel.channelCode, name: 'Poster', kind: 'open' },
  });
  await db.insert(panelConsentVersions).values({
    ...{ ...ofPanel, id: panel.consentVersionId, number: 1, intro: text, contentHash: 'x' },
    purposes: { read: text, quote: text, credit: text, recontact: text },
  });
  await db.insert(panelRounds).values({
    ...{ ...ofPanel, id: panel.roundId, number: 1, title: text, intro: text, minutes: 20 },
    state: 'open',
  });
  const ofRound = { ...ofPanel, roundId: panel.roundId };
  await db.insert(panelPrompts).values({ ...ofRound, id: panel.promptId, position: 1, text });
  await db.insert(panelStatements).values({ ...ofRound, id: panel.statementId, position: 1, text });
  await db.insert(panelRatings).values({ ...ofRound, codes: [4, 4, 5] });
  await db.insert(panelDraws).values({
    ...{ ...ofPanel, id: panel.drawId, number: 1, seed: '7', seats: 1, quotas: [] },
    ...{ poolHash: 'x', drawnBy: 'x' },
  });
  const before = { source: 'Census', reason: null, shares: { old: 0.4 } };
  await db
    .insert(panelTargetChanges)
    .values({ ...ofPanel, stratumId, number: 1, before, why: 'Newer', changedBy: 'x' });
  await db.insert(panelDepartures).values({ ...ofPanel, stratumId, band: 'old' });
  const none = { members: [], present: {}, declined: {}, left: {} };
  await db.insert(panelBandReleases).values({ ...ofPanel, countedOn: on, ...none });
}

/** A panel at a site with a row in every table of panels. */
export async function fillPanel(
  organisationId: string,
  siteId: string,
  safeguardingUserId: string,
): Promise<FilledPanel> {
  const db = getDatabase();
  const key = randomUUID();
  const panel: FilledPanel = {
    ...{ organisationId, siteId, panelId: randomUUID(), slug: `panel-${key}` },
    ...{ channelId: randomUUID(), channelCode: `channel-${key}`, consentVersionId: randomUUID() },
    ...{ stratumId: randomUUID(), roundId: randomUUID(), promptId: randomUUID() },
    ...{ statementId: randomUUID(), suggestionId: randomUUID(), drawId: randomUUID() },
    ...{ reportId: randomUUID(), outputId: randomUUID(), rateId: randomUUID() },
    ...{ codingId: randomUUID(), codeId: randomUUID() },
    memberIds: [randomUUID(), randomUUID()],
    linkHashes: [`first-${key}`, `second-${key}`],
  };
  await fillSetUp(panel, await fillActivity(organisationId, siteId), safeguardingUserId);
  await fillOutcomes(panel);
  await db.insert(paymentRates).values({
    ...{ organisationId, id: panel.rateId, role: 'Member', unit: 'hour', amountMinor: 2750 },
    ...{ currency: 'GBP', validFrom: on, source: 'Policy' },
  });
  await fillCoding(panel);
  const ids = panel.memberIds;
  await db.insert(panelMembers).values(
    ids.map((id, index) => ({
      ...{ organisationId, panelId: panel.panelId, channelId: panel.channelId, id },
      ...{ number: 1000 + index, language: 'en', state: 'active' as const, joinedOn: on },
      linkHash: panel.linkHashes[index],
    })),
  );
  for (const id of ids) await fillPanelMember(panel, id);
  await db.insert(panelDrawCandidates).values(
    ids.map((memberId) => ({
      ...{ organisationId, panelId: panel.panelId, drawId: panel.drawId, memberId },
      ...{ probability: 0.5, selected: true },
    })),
  );
  return panel;
}
