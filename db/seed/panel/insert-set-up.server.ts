import { randomUUID } from 'node:crypto';
import { defaultConsentTexts } from '#app/services/panels/default-consent/default-consent-texts.ts';
import { defaultPolicy } from '#app/services/panels/default-consent/default-policy.ts';
import { contentHash } from '#app/services/content-hash.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import type { Transaction } from '../../database.ts';
import { activities, activitySessions } from '../../schema/activity.ts';
import {
  consentPurposes,
  panelChannels,
  panelConsentVersions,
  panels,
  panelStrata,
  panelTargets,
} from '../../schema/panel.ts';
import { daysBefore } from './days.ts';
import {
  demoActivity,
  demoChannels,
  demoPanel,
  demoPanelSlug,
  demoStrata,
} from './set-up-texts.ts';

export const demoLanguages = ['en', 'kk', 'ar'] as const satisfies readonly Language[];

export type DemoPanel = {
  organisationId: string;
  panelId: string;
  siteId: string;
  today: Date;
  facilitatorId: string;
  moderatorId: string;
};

export type DemoSetUp = {
  channelIds: string[];
  consentVersionId: string;
  strata: { id: string; bands: { id: string }[] }[];
};

const inLanguages = <Text>(textOf: (language: (typeof demoLanguages)[number]) => Text) =>
  Object.fromEntries(demoLanguages.map((language) => [language, textOf(language)]));

async function insertActivity(tx: Transaction, demo: DemoPanel): Promise<string> {
  const { organisationId, siteId, today } = demo;
  const activityId = randomUUID();
  await tx.insert(activities).values({
    ...{ organisationId, siteId, id: activityId, ...demoActivity },
    ...{ informs: 'model', stage: 'implementation', influence: 'involve' },
    startsOn: daysBefore(today, 210),
  });
  await tx.insert(activitySessions).values({
    ...{ organisationId, activityId, heldOn: daysBefore(today, 75), durationMinutes: 90 },
    ...{ place: 'North Hospital, room 12', patients: 6, carers: 3, publicMembers: 2, staff: 2 },
    ...{ accessProvided: 'Interpreter for Arabic, step-free room, breaks', costMinor: 18000 },
    minutes: 'We read the first answers together and chose what to bring before the board.',
    ...{ currency: 'GBP', recordedBy: demo.facilitatorId },
  });
  return activityId;
}

/** The panel with all that people are told before they join, its questions about them, its channels. */
export async function insertSetUp(tx: Transaction, demo: DemoPanel): Promise<DemoSetUp> {
  const { organisationId, panelId, siteId, today } = demo;
  const ofPanel = { organisationId, panelId };
  await tx.insert(panels).values({
    ...{ organisationId, siteId, id: panelId, slug: demoPanelSlug, ...demoPanel },
    ...{ activityId: await insertActivity(tx, demo), languages: [...demoLanguages] },
    ...{ state: 'open', openedOn: daysBefore(today, 180), minimumGroup: 5 },
    policy: inLanguages((language) => defaultPolicy[language]),
    policyPublishedOn: daysBefore(today, 182),
    ...{ safeguardingUserId: demo.facilitatorId, outcomesPublishedOn: daysBefore(today, 60) },
    demographicsExpireOn: daysBefore(today, -365),
  });
  const strata = demoStrata.map((stratum) => ({ ...stratum, id: randomUUID() }));
  for (const [index, { id: stratumId, question, source, reason, bands }] of strata.entries()) {
    await tx.insert(panelStrata).values({
      ...{ ...ofPanel, id: stratumId, position: index + 1, question, source, reason },
      bands: bands.map(({ id, label }) => ({ id, label })),
    });
    await tx
      .insert(panelTargets)
      .values(bands.map(({ id: band, share }) => ({ organisationId, stratumId, band, share })));
  }
  const channels = demoChannels.map((channel) => ({ ...ofPanel, ...channel, id: randomUUID() }));
  await tx.insert(panelChannels).values(channels);
  const consent = {
    intro: inLanguages((language) => defaultConsentTexts[language].intro),
    purposes: Object.fromEntries(
      consentPurposes.map((purpose) => [
        purpose,
        inLanguages((language) => defaultConsentTexts[language][purpose]),
      ]),
    ) as typeof panelConsentVersions.$inferInsert.purposes,
  };
  const consentVersionId = randomUUID();
  await tx.insert(panelConsentVersions).values({
    ...{ ...ofPanel, ...consent, id: consentVersionId, number: 1 },
    contentHash: contentHash(consent),
  });
  return { channelIds: channels.map(({ id }) => id), consentVersionId, strata };
}
