import { beforeAll, expect, it } from 'vitest';
import { createActivity } from '#app/services/involvement/create-activity.server.ts';
import { closePanel } from '#app/services/panels/close-panel.server.ts';
import { consentPurposes } from '#app/services/panels/consent-purposes.ts';
import { createPanel } from '#app/services/panels/create-panel.server.ts';
import { defaultConsentTexts } from '#app/services/panels/default-consent/default-consent-texts.ts';
import { defaultPolicy } from '#app/services/panels/default-consent/default-policy.ts';
import { deletePanel } from '#app/services/panels/delete-panel.server.ts';
import { getConsentTexts } from '#app/services/panels/get-consent-texts.server.ts';
import { getPanelOverview } from '#app/services/panels/get-panel-overview.server.ts';
import { getPanelSettings } from '#app/services/panels/get-panel-settings.server.ts';
import { getPolicy } from '#app/services/panels/get-policy.server.ts';
import { listPanels } from '#app/services/panels/list-panels.server.ts';
import { openPanel } from '#app/services/panels/open-panel.server.ts';
import { publishOutcomes } from '#app/services/panels/publish-outcomes.server.ts';
import { saveConsentTexts } from '#app/services/panels/save-consent-texts.server.ts';
import { savePanelSettings } from '#app/services/panels/save-panel-settings.server.ts';
import { savePolicy } from '#app/services/panels/save-policy.server.ts';
import type { Member } from '#db/actor.server.ts';
import { consentPurposes as storedPurposes } from '#db/schema/panel.ts';
import { languages } from '#surveys/model/languages.ts';
import { fillPanel } from '#tests/support/filled-panel.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';
import {
  activityDescription,
  endRound,
  openedPanel,
  openedRound,
  panelDescription,
  readyPanel,
  revisionOf,
} from '../support/panel-set-up.ts';

const stranger = '00000000-0000-4000-8000-000000000000';

describeOnDatabases('setting up a panel', () => {
  let workspace: Workspace;
  let facilitator: Member;

  beforeAll(async () => {
    workspace = await createWorkspace();
    facilitator = await createMember(workspace, 'facilitator');
  });

  const draft = async (change: Partial<typeof panelDescription> & { slug?: string } = {}) => {
    const { activityId } = await createActivity(facilitator, activityDescription);
    return createPanel(facilitator, { ...panelDescription, activityId, ...change });
  };

  const codes = async (panelId: string) =>
    (await getPanelOverview(facilitator, { panelId })).problems.map(({ code }) => code);

  async function settings(panelId: string) {
    const { panel } = await getPanelSettings(facilitator, { panelId });
    return {
      ...{ panelId, revision: panel.revision, title: panel.title, about: panel.about },
      ...{ languages: ['en', 'kk'] as ('en' | 'kk')[], siteId: panel.siteId },
      ...{ minimumGroup: panel.minimumGroup, safeguardingUserId: panel.safeguardingUserId },
      ...{ safeguardingWithinHours: 24, minutesPerQuarter: 60 },
      ...{ demographicsPurpose: {}, demographicsExpireOn: null },
    };
  }

  it('says what a draft lacks, and opens it once nothing is missing', async () => {
    const { panelId } = await draft({ about: {} });
    expect(await codes(panelId)).toEqual([
      ...['about', 'about', 'policy', 'policy', 'consent-intro', 'consent-intro'],
      ...consentPurposes.flatMap(() => ['consent', 'consent']),
      'safeguarding-missing',
    ]);
    await expect(openPanel(facilitator, { panelId, revision: 1 })).rejects.toMatchObject({
      reason: 'panel-not-ready',
    });
    const ready = await readyPanel(facilitator);
    expect(await codes(ready.panelId)).toEqual([]);
    const revision = await revisionOf(facilitator, ready.panelId);
    await openPanel(facilitator, { panelId: ready.panelId, revision });
    const { panel } = await getPanelOverview(facilitator, { panelId: ready.panelId });
    expect(panel).toMatchObject({ state: 'open', minimumGroup: 5 });
    expect(panel.policyPublishedOn).not.toBeNull();
    const trail = (await listAudit(workspace.organisationId)).map(({ action }) => action);
    expect(trail).toEqual(
      expect.arrayContaining(['panel.created', 'panel.policy-published', 'panel.opened']),
    );
  });

  it('publishes rules before anybody opens, and keeps them while people contribute', async () => {
    const { panelId } = await readyPanel(facilitator);
    const policy = { en: 'Other rules', kk: 'Басқа ережелер' };
    const revision = await revisionOf(facilitator, panelId);
    await savePolicy(facilitator, { panelId, revision, policy });
    expect(await codes(panelId)).toEqual(['policy-unpublished']);
    const opened = await openedPanel(facilitator);
    const change = { panelId: opened.panelId, revision: 99, policy };
    await expect(savePolicy(facilitator, change)).rejects.toMatchObject({
      reason: 'panel-is-open',
    });
  });

  it('keeps each consent text as a version of its own', async () => {
    const { panelId } = await readyPanel(facilitator);
    const { texts, versions } = await getConsentTexts(facilitator, { panelId });
    expect(versions.map(({ number }) => number)).toEqual([1]);
    const of = (part: string) => texts.find((text) => text.part === part)?.saved ?? {};
    const purposes = {
      ...{ read: of('read'), quote: of('quote'), credit: of('credit') },
      recontact: of('recontact'),
    };
    const same = { panelId, intro: of('intro'), purposes };
    expect(await saveConsentTexts(facilitator, same)).toEqual({ isNew: false });
    const changed = { ...same, intro: { en: 'It is your choice.' } };
    expect(await saveConsentTexts(facilitator, changed)).toEqual({ isNew: true });
    const after = await getConsentTexts(facilitator, { panelId });
    expect(after.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(after.texts[0]).toMatchObject({ proposed: ['kk'] });
    expect(await codes(panelId)).toEqual(['consent-intro']);
    const opened = await openedPanel(facilitator);
    await expect(
      saveConsentTexts(facilitator, { ...changed, panelId: opened.panelId }),
    ).rejects.toMatchObject({ reason: 'consent-incomplete' });
  });

  it('proposes words in seven languages that count only once they are saved', async () => {
    expect(Object.keys(defaultConsentTexts)).toEqual([...languages]);
    expect(consentPurposes).toEqual(storedPurposes);
    const all = languages.flatMap((tongue) => [
      ...Object.values(defaultConsentTexts[tongue]),
      defaultPolicy[tongue],
    ]);
    expect(new Set(all).size).toBe(languages.length * 6);
    const { panelId } = await draft();
    const { texts, versions } = await getConsentTexts(facilitator, { panelId });
    expect(versions).toEqual([]);
    expect(texts[0]).toMatchObject({
      proposed: ['en', 'kk'],
      text: { en: defaultConsentTexts.en.intro },
      saved: {},
    });
    const { policy, texts: rules } = await getPolicy(facilitator, { panelId });
    expect(policy).toEqual({});
    expect(rules).toMatchObject({ kk: defaultPolicy.kk });
  });

  it.each([
    ['title-missing', { title: {} }],
    ['panel-language-missing', { languages: [] }],
    ['minimum-group-wrong', { minimumGroup: 2 }],
    ['site-unknown', { siteId: stranger }],
  ])('refuses a panel: %s', async (reason, change) => {
    await expect(draft(change)).rejects.toMatchObject({ code: 'invalid', reason });
  });

  it('gives an address to one panel alone, whoever has it', async () => {
    const slug = `ward-${workspace.organisationId.slice(0, 8)}`;
    await draft({ slug });
    await expect(draft({ slug })).rejects.toMatchObject({ reason: 'panel-address-taken' });
    const elsewhere = await createMember(await createWorkspace(), 'facilitator');
    const { activityId } = await createActivity(elsewhere, activityDescription);
    await expect(
      createPanel(elsewhere, { ...panelDescription, activityId, slug }),
    ).rejects.toMatchObject({ reason: 'panel-address-taken' });
  });

  it('of two who save, the second is told and replaces nothing unseen', async () => {
    const { panelId } = await draft();
    const form = await settings(panelId);
    const both = await Promise.allSettled([
      savePanelSettings(facilitator, { ...form, title: { en: 'First' } }),
      savePanelSettings(facilitator, { ...form, title: { en: 'Second' } }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      code: 'conflict',
      reason: 'edited-meanwhile',
      values: { revision: form.revision + 1 },
    });
  });

  it('keeps what people were promised once it is open', async () => {
    const { panelId } = await openedPanel(facilitator);
    const form = await settings(panelId);
    const changes: [string, Partial<typeof form>][] = [
      ['panel-language-fixed', { languages: ['en'] }],
      ['panel-site-fixed', { siteId: workspace.siteIds[0] ?? '' }],
      ['minimum-group-lowered', { minimumGroup: 4 }],
      ['safeguarding-unknown', { safeguardingUserId: null }],
      ['safeguarding-unknown', { safeguardingUserId: stranger }],
    ];
    for (const [reason, change] of changes) {
      await expect(
        savePanelSettings(facilitator, { ...form, ...change }),
        reason,
      ).rejects.toMatchObject({ reason });
    }
    await savePanelSettings(facilitator, { ...form, minimumGroup: 6 });
    expect((await settings(panelId)).minimumGroup).toBe(6);
  });

  it('deletes a draft that nobody has joined, and closes an open one for ever', async () => {
    const { panelId } = await draft();
    await deletePanel(facilitator, { panelId });
    expect((await listPanels(facilitator)).panels.map(({ id }) => id)).not.toContain(panelId);
    const opened = await openedPanel(facilitator);
    await expect(deletePanel(facilitator, opened)).rejects.toMatchObject({
      reason: 'panel-is-open',
    });
    const round = await openedRound(facilitator, opened.panelId);
    const close = async () => {
      const revision = await revisionOf(facilitator, opened.panelId);
      await closePanel(facilitator, { panelId: opened.panelId, revision });
    };
    await expect(close()).rejects.toMatchObject({ reason: 'panel-has-open-round' });
    await endRound(facilitator, round);
    await close();
    await expect(openedRound(facilitator, opened.panelId)).rejects.toMatchObject({
      reason: 'panel-is-closed',
    });
    const isPublic = { panelId: opened.panelId, isPublic: true };
    const revision = await revisionOf(facilitator, opened.panelId);
    await publishOutcomes(facilitator, { ...isPublic, revision });
    const { panel } = await getPanelOverview(facilitator, { panelId: opened.panelId });
    expect(panel.outcomesPublishedOn).not.toBeNull();
  });

  it('is for facilitators, at their sites', async () => {
    const [north = '', south = ''] = workspace.siteIds;
    for (const role of ['moderator', 'researcher', 'administrator', 'lay-member'] as const) {
      const other = await createMember(workspace, role);
      await expect(createActivity(other, activityDescription)).rejects.toMatchObject({
        code: 'forbidden',
      });
      expect((await listPanels(other)).mayCreate).toBe(false);
    }
    const nurse = await createMember(workspace, 'translator');
    await expect(listPanels(nurse)).rejects.toMatchObject({ code: 'forbidden' });
    const northern = await createMember(workspace, 'facilitator', [north]);
    await expect(createActivity(northern, activityDescription)).rejects.toMatchObject({
      reason: 'forbidden-sites',
    });
    await expect(readyPanel(northern, south)).rejects.toMatchObject({ reason: 'forbidden-sites' });
    const { panelId } = await openedPanel(northern, north);
    const seen = (await listPanels(northern)).panels;
    expect(seen.map(({ id }) => id)).toEqual([panelId]);
    const southern = await fillPanel(workspace.organisationId, south, facilitator.userId);
    await expect(getPanelOverview(northern, { panelId: southern.panelId })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      closePanel(northern, { panelId: southern.panelId, revision: 1 }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says only that fewer people than the minimum take part', async () => {
    const filled = await fillPanel(
      workspace.organisationId,
      workspace.siteIds[0] ?? '',
      facilitator.userId,
    );
    const { people } = await getPanelOverview(facilitator, { panelId: filled.panelId });
    expect(people).toEqual({ fewerThan: 5 });
  });
});
