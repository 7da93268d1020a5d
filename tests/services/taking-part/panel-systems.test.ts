import { beforeEach, expect, it } from 'vitest';
import type { Member } from '#db/actor.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { getRecommendations } from '#app/services/register/get-recommendations.server.ts';
import { hideFromPanel, showToPanel } from '#app/services/register/show-to-panel.server.ts';
import { stateRecommendation } from '#app/services/register/state-recommendation.server.ts';
import { getPanelHome } from '#app/services/taking-part/get-panel-home.server.ts';
import { listPanelSystems } from '#app/services/taking-part/list-panel-systems.server.ts';
import { today } from '#app/today.ts';
import { panels } from '#db/schema/panel.ts';
import { eq } from 'drizzle-orm';
import { getDatabase } from '#app/database.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { fillPanel, type FilledPanel } from '#tests/support/filled-panel.ts';
import { activePerson } from '#tests/support/panel-person.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem, plainYes } from '../register/new-system.ts';

describeOnDatabases('what a panel reads of an AI system', () => {
  let workspace: Workspace;
  let owner: Member;
  let facilitator: Member;
  let panel: FilledPanel;
  let ids: { systemId: string; panelId: string };

  beforeEach(async () => {
    workspace = await createWorkspace();
    const [siteId = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
    facilitator = await createMember(workspace, 'facilitator');
    panel = await fillPanel(workspace.organisationId, siteId, facilitator.userId);
    const { systemId } = await newSystem(owner, siteId);
    ids = { systemId, panelId: panel.panelId };
  });

  const state = (code: 'F1' | 'G2' | 'E2', how: 'met' | 'not-met' | 'not-applicable') =>
    stateRecommendation(owner, {
      ...{ systemId: ids.systemId, code, state: how, statedOn: '2026-05-01', revision: 0 },
      ...{ evidence: 'https://intranet.example/secret', note: `because of ${code}` },
    });

  it('nothing, until who keeps the register shows it', async () => {
    const person = await activePerson(panel);
    expect(await listPanelSystems(person)).toEqual([]);
    expect((await getPanelHome(person)).readsOfSystems).toBe(false);
    await expect(showToPanel(facilitator, ids)).rejects.toMatchObject({ code: 'forbidden' });
    await showToPanel(owner, ids);
    await showToPanel(owner, ids);
    expect((await getPanelHome(person)).readsOfSystems).toBe(true);
    expect(await listPanelSystems(person)).toHaveLength(1);
    const page = await getRecommendations(owner, ids);
    expect(page.panels).toMatchObject({ readBy: [{ id: ids.panelId }], others: [] });
    const officer = await createMember(workspace, 'safety-officer');
    expect((await getRecommendations(officer, ids)).panels).toBeNull();
    await hideFromPanel(owner, ids);
    expect(await listPanelSystems(person)).toEqual([]);
    const { panels: after } = await getRecommendations(owner, ids);
    expect(after).toMatchObject({ readBy: [], others: [{ id: ids.panelId }] });
  });

  it('all thirty recommendations, what is missing first, with day and note and without evidence', async () => {
    await state('F1', 'met');
    await state('G2', 'not-met');
    await state('E2', 'not-applicable');
    await showToPanel(owner, ids);
    const systems = await listPanelSystems(await activePerson(panel));
    const groups = systems[0]?.groups ?? [];
    expect(groups.map(({ state: how, items }) => [how, items.length])).toEqual([
      ['not-met', 1],
      ['partly', 0],
      ['open', 27],
      ['met', 1],
      ['not-applicable', 1],
    ]);
    expect(groups[0]?.items).toEqual([
      { code: 'G2', state: 'not-met', statedOn: '2026-05-01', note: 'because of G2' },
    ]);
    expect(JSON.stringify(systems)).not.toContain('secret');
  });

  it('at which stage it is as a whole, and where it stands elsewhere at single places', async () => {
    await showToPanel(owner, ids);
    const person = await activePerson(panel);
    expect(await listPanelSystems(person)).toMatchObject([
      { stage: 'live', stagesOfPlaces: ['pilot'] },
    ]);
    await decideStage(owner, {
      ...{ ...plainYes, systemId: ids.systemId, deploymentId: null, stage: 'suspended' },
      ...{ revision: 2, reason: 'Harm', decidedBy: 'The board', decidedOn: today() },
    });
    expect(await listPanelSystems(person)).toMatchObject([
      { stage: 'suspended', stagesOfPlaces: [] },
    ]);
  });

  it('without the stage of a place that is no longer there', async () => {
    const closed = await newSystem(owner, workspace.siteIds[0] ?? '');
    await showToPanel(owner, { ...closed, panelId: panel.panelId });
    await decideStage(owner, {
      ...{ ...plainYes, ...closed, stage: 'retired' },
      ...{ revision: 1, reason: 'Ward closed', decidedBy: 'The board', decidedOn: today() },
    });
    const shown = await listPanelSystems(await activePerson(panel));
    expect(shown.find(({ id }) => id === closed.systemId)).toMatchObject({ stagesOfPlaces: [] });
  });

  it('of its own systems alone, in an open panel', async () => {
    await showToPanel(owner, ids);
    const other = await fillPanel(
      workspace.organisationId,
      workspace.siteIds[0] ?? '',
      facilitator.userId,
    );
    expect(await listPanelSystems(await activePerson(other))).toEqual([]);
    const elsewhere = await createWorkspace();
    const stranger = await createMember(elsewhere, 'model-owner');
    await expect(showToPanel(stranger, ids)).rejects.toMatchObject({ code: 'not-found' });
    await getDatabase().update(panels).set({ state: 'closed' }).where(eq(panels.id, other.panelId));
    await expect(showToPanel(owner, { ...ids, panelId: other.panelId })).rejects.toMatchObject({
      reason: 'panel-is-closed',
    });
  });
});
