import { beforeAll, describe, expect, it } from 'vitest';
import { adoptCatalogue } from '#app/services/register/adopt-catalogue.server.ts';
import { agreeChangePlan } from '#app/services/register/agree-change-plan.server.ts';
import { compareNotice } from '#app/services/register/compare-notice.ts';
import { recommendationCodes } from '#app/services/register/future-ai.ts';
import { getChanges } from '#app/services/register/get-changes.server.ts';
import { getDatasetUses } from '#app/services/register/get-dataset-uses.server.ts';
import { getDataset } from '#app/services/register/get-dataset.server.ts';
import { getRecommendations } from '#app/services/register/get-recommendations.server.ts';
import { linkDataset } from '#app/services/register/link-dataset.server.ts';
import { listDatasets } from '#app/services/register/list-datasets.server.ts';
import { openDatasets } from '#app/services/register/open-datasets/open-datasets.ts';
import { recordNotice } from '#app/services/register/record-notice.server.ts';
import { saveDataset } from '#app/services/register/save-dataset.server.ts';
import { stateRecommendation } from '#app/services/register/state-recommendation.server.ts';
import { unlinkDataset } from '#app/services/register/unlink-dataset.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem } from './new-system.ts';

describe('the catalogue of open data sets', () => {
  it('has 105 entries, each with all of its columns and a key of its own', () => {
    expect(openDatasets).toHaveLength(105);
    expect(new Set(openDatasets.map(({ catalogueKey }) => catalogueKey)).size).toBe(105);
    for (const entry of openDatasets) expect(Object.values(entry)).not.toContain('');
  });

  it.each([
    ['LUNA16', 'Chest CT', '888 scans', 'Lung nodule locations from LIDC-IDRI', 'Grand Challenge'],
    ['CQ500', 'Head CT', '491 scans', /^Intracranial/, 'qure.ai'],
    ['RadNLI', /^Natural language/, '960 sentence pairs', /^Entailment/, 'PhysioNet'],
    ['OCTID', 'OCT', '500 images', 'Retinal disease classifications', 'Scholars Portal'],
  ])('splits %s into its columns', (name, modality, size, annotations, source) => {
    const entry = openDatasets.find((each) => each.name === name);
    const like = (text: string | RegExp): unknown =>
      typeof text === 'string' ? text : expect.stringMatching(text);
    expect(entry).toMatchObject({
      ...{ size, source, modality: like(modality), annotations: like(annotations) },
    });
  });
});

const plan = { kinds: ['retraining' as const], bounds: [{ metric: 'AUROC', minimum: 0.8 }] };

describe('a notice of change', () => {
  it.each([
    ['inside', plan, { kinds: ['retraining'], values: [{ metric: ' auroc ', value: 0.8 }] }],
    ['outside', plan, { kinds: ['retraining'], values: [{ metric: 'AUROC', value: 0.799 }] }],
    ['outside', plan, { kinds: ['hosting'], values: [{ metric: 'AUROC', value: 0.9 }] }],
    ['cannot-tell', plan, { kinds: ['retraining'], values: [] }],
    ['outside', null, { kinds: ['retraining'], values: [{ metric: 'AUROC', value: 0.9 }] }],
    [
      'outside',
      { kinds: ['threshold'], bounds: [{ metric: 'alerts', minimum: 1, maximum: 5 }] },
      { kinds: ['threshold'], values: [{ metric: 'alerts', value: 6 }] },
    ],
  ] as const)('lies %s of what was planned', (verdict, planned, notice) => {
    expect(compareNotice(planned, notice).verdict).toBe(verdict);
  });

  it('says why, bound by bound', () => {
    const notice = { kinds: ['hosting' as const], values: [{ metric: 'AUROC', value: 0.7 }] };
    expect(compareNotice(plan, notice).reasons).toEqual([
      { code: 'kind-not-planned', kind: 'hosting' },
      { code: 'below', metric: 'AUROC', value: 0.7, bound: 0.8 },
    ]);
  });
});

describeOnDatabases('records of a system', () => {
  let workspace: Workspace;
  let owner: Member;
  let systemId = '';
  let versionId = '';

  beforeAll(async () => {
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    ({ systemId, first: versionId } = await newSystem(owner, workspace.siteIds[0] ?? ''));
  });

  it('say which systems used a data set', async () => {
    expect(await adoptCatalogue(owner)).toEqual({ added: 105 });
    expect(await adoptCatalogue(owner)).toEqual({ added: 0 });
    const { datasets, total } = await listDatasets(owner, { q: 'luna' });
    expect([datasets.length, total]).toEqual([2, 105]);
    const datasetId = datasets[0]?.id ?? '';
    const use = { systemId, datasetId, versionId: null, role: 'train', note: '' } as const;
    await linkDataset(owner, use);
    await expect(linkDataset(owner, use)).rejects.toMatchObject({ reason: 'dataset-use-stands' });
    await linkDataset(owner, { ...use, versionId, role: 'external-test' });
    expect((await getDataset(owner, { datasetId })).uses).toMatchObject([
      { id: systemId, roles: expect.arrayContaining(['train', 'external-test']) as unknown },
    ]);
    expect((await listDatasets(owner, { used: 'yes' })).datasets).toMatchObject([{ systems: 1 }]);
    const { uses } = await getDatasetUses(owner, { systemId });
    for (const { id } of uses) await unlinkDataset(owner, { systemId, useId: id });
    expect((await getDataset(owner, { datasetId })).uses).toEqual([]);
  });

  it('keep data sets of the organisation itself, changed by one at a time', async () => {
    const values = { name: 'Our notes', modality: 'Text', size: '2,000 notes' };
    const { datasetId } = await saveDataset(owner, { datasetId: null, revision: 0, values });
    const change = { datasetId, revision: 1, values: { ...values, knownGaps: 'Few children' } };
    await saveDataset(owner, change);
    await expect(saveDataset(owner, change)).rejects.toMatchObject({
      reason: 'edited-meanwhile',
      values: { revision: 2 },
    });
    const { dataset } = await getDataset(owner, { datasetId });
    expect(dataset).toMatchObject({ knownGaps: 'Few children', catalogueKey: null });
    const chair = await createMember(workspace, 'board-chair');
    await expect(saveDataset(chair, change)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('say of each of thirty recommendations how far it is followed', async () => {
    expect(recommendationCodes).toHaveLength(30);
    const first = { code: 'F1', state: 'met', revision: 0 } as const;
    const state = { systemId, ...first, note: '', statedOn: '2026-05-01' };
    const bare = stateRecommendation(owner, { ...state, evidence: '' });
    await expect(bare).rejects.toMatchObject({ reason: 'evidence-missing' });
    await stateRecommendation(owner, { ...state, evidence: 'https://example.org/report' });
    const late = stateRecommendation(owner, { ...state, evidence: 'x' });
    await expect(late).rejects.toMatchObject({
      reason: 'edited-meanwhile',
      values: { revision: 1 },
    });
    await stateRecommendation(owner, { ...state, state: 'partly', evidence: '', revision: 1 });
    const { counts, open, groups } = await getRecommendations(owner, { systemId });
    expect(open).toBe(29);
    expect(counts.find(({ count }) => count > 0)).toEqual({ state: 'partly', count: 1 });
    expect(groups.flatMap(({ items }) => items)).toHaveLength(30);
  });

  it('compare a notice with the plan that held when it came, and keep both', async () => {
    const notice = {
      ...{ systemId, kinds: ['retraining' as const], summary: 'New weights', newVersion: '2.1' },
      ...{
        values: [{ metric: 'AUROC', value: 0.85 }],
        receivedOn: '2026-05-01',
        effectiveOn: null,
      },
    };
    expect(await recordNotice(owner, notice)).toEqual({ verdict: 'outside' });
    const agreed = { systemId, ...plan, protocol: 'x', impact: 'x', agreedOn: '2026-05-02' };
    await agreeChangePlan(owner, { ...agreed, revision: 0 });
    const late = agreeChangePlan(owner, { ...agreed, revision: 0 });
    await expect(late).rejects.toMatchObject({ reason: 'edited-meanwhile' });
    expect(await recordNotice(owner, notice)).toEqual({ verdict: 'inside' });
    const { notices, plans } = await getChanges(owner, { systemId });
    expect(notices.map(({ verdict, planNumber }) => [verdict, planNumber])).toEqual([
      ['inside', 1],
      ['outside', null],
    ]);
    expect(plans).toHaveLength(1);
  });
});
