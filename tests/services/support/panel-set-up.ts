import { createActivity } from '#app/services/involvement/create-activity.server.ts';
import { closeRound } from '#app/services/panels/close-round.server.ts';
import { createPanel } from '#app/services/panels/create-panel.server.ts';
import { createRound } from '#app/services/panels/create-round.server.ts';
import { getPanelSettings } from '#app/services/panels/get-panel-settings.server.ts';
import { getRound } from '#app/services/panels/get-round.server.ts';
import { openPanel } from '#app/services/panels/open-panel.server.ts';
import { openRound } from '#app/services/panels/open-round.server.ts';
import { publishPolicy } from '#app/services/panels/publish-policy.server.ts';
import { saveConsentTexts } from '#app/services/panels/save-consent-texts.server.ts';
import { savePanelSettings } from '#app/services/panels/save-panel-settings.server.ts';
import { savePolicy } from '#app/services/panels/save-policy.server.ts';
import { savePrompt } from '#app/services/panels/save-prompt.server.ts';
import type { Member } from '#db/actor.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';

const both = (text: string): LocalText => ({ en: text, kk: `${text} (kk)` });

export const activityDescription = {
  siteId: null,
  title: { en: 'Alerts on the ward' },
  aim: { en: 'What should an alert say?' },
  informs: 'model' as const,
  informedName: 'Sepsis warning 2',
  stage: 'design' as const,
  influence: 'collaborate' as const,
  outputsOwner: { en: 'The hospital and the panel' },
  outOfScope: { en: 'Whether the model is bought' },
  startsOn: '2026-01-01',
  endedOn: null,
};

export const panelDescription = {
  title: both('Voices of the ward'),
  about: both('We ask what alerts should say.'),
  languages: ['en', 'kk'] as ('en' | 'kk')[],
  siteId: null as string | null,
  minimumGroup: 5,
};

export const revisionOf = async (member: Member, panelId: string) =>
  (await getPanelSettings(member, { panelId })).panel.revision;

export const roundRevisionOf = async (member: Member, name: { panelId: string; roundId: string }) =>
  (await getRound(member, name)).round.revision;

/** A panel in English and Kazakh that lacks nothing, still a draft. */
export async function readyPanel(member: Member, siteId: string | null = null) {
  const { activityId } = await createActivity(member, { ...activityDescription, siteId });
  const { panelId } = await createPanel(member, { ...panelDescription, siteId, activityId });
  const text = both('I agree');
  await saveConsentTexts(member, {
    panelId,
    intro: both('Your choice.'),
    purposes: { read: text, quote: text, credit: text, recontact: text },
  });
  await savePanelSettings(member, {
    ...{ panelId, revision: await revisionOf(member, panelId), ...panelDescription, siteId },
    ...{ safeguardingUserId: member.userId, safeguardingWithinHours: 24, minutesPerQuarter: 60 },
    ...{ demographicsPurpose: {}, demographicsExpireOn: null },
  });
  const policy = both('Everything is read by a person.');
  await savePolicy(member, { panelId, revision: await revisionOf(member, panelId), policy });
  await publishPolicy(member, { panelId, revision: await revisionOf(member, panelId) });
  return { activityId, panelId };
}

export async function openedPanel(member: Member, siteId: string | null = null) {
  const made = await readyPanel(member, siteId);
  const revision = await revisionOf(member, made.panelId);
  await openPanel(member, { panelId: made.panelId, revision });
  return made;
}

/** A round of a panel with one prompt, still a draft. */
export async function readyRound(member: Member, panelId: string, minutes = 20) {
  const { roundId } = await createRound(member, {
    ...{ panelId, title: both('First round'), intro: both('Nothing was found before.') },
    ...{ minutes, closesOn: '2099-01-01' },
  });
  const revision = await roundRevisionOf(member, { panelId, roundId });
  const { promptId } = await savePrompt(member, {
    ...{ panelId, roundId, revision, promptId: null },
    ...{ text: both('What worries you?'), easyRead: both('What worries you?') },
  });
  return { panelId, roundId, promptId };
}

export async function openedRound(member: Member, panelId: string, minutes = 20) {
  const made = await readyRound(member, panelId, minutes);
  const revision = await roundRevisionOf(member, made);
  await openRound(member, { ...made, revision, seenOver: [], askNonetheless: [] });
  return made;
}

export async function endRound(member: Member, name: { panelId: string; roundId: string }) {
  const revision = await roundRevisionOf(member, name);
  await closeRound(member, { ...name, revision, outcome: both('We heard you.') });
}
