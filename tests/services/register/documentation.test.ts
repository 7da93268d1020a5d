import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  documentationItems,
  summariseDocumentation,
} from '#app/services/register/documentation.ts';
import { getDatasetUses } from '#app/services/register/get-dataset-uses.server.ts';
import { getDataset } from '#app/services/register/get-dataset.server.ts';
import { linkDataset } from '#app/services/register/link-dataset.server.ts';
import { listDatasets } from '#app/services/register/list-datasets.server.ts';
import { documentationStates } from '#app/services/register/register-words.ts';
import { saveDataset } from '#app/services/register/save-dataset.server.ts';
import { stateDocumentation } from '#app/services/register/state-documentation.server.ts';
import type { Member } from '#db/actor.server.ts';
import * as stored from '#db/schema/dataset-statement.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem } from './new-system.ts';

describe('what the papers of a data set say', () => {
  it('has states that the database holds, and words for each thing and no other', () => {
    expect(documentationStates).toEqual(stored.documentationStates);
    const words = JSON.parse(readFileSync('app/i18n/en/register.json', 'utf8')) as {
      documentation: object;
    };
    expect(Object.keys(words.documentation).sort()).toEqual([...documentationItems].sort());
  });

  it('counts the newest statement of each thing, and what nobody has looked at', () => {
    const summary = summariseDocumentation([
      { code: 'summary', state: 'documented' },
      { code: 'summary', state: 'not' },
      { code: 'people', state: 'partly' },
      { code: 'labels', state: 'not' },
      { code: 'changes', state: 'not-applicable' },
      { code: 'of another release', state: 'documented' },
    ]);
    expect(summary).toMatchObject({ documented: 2, gaps: 2, open: 11, total: 15 });
  });
});

describeOnDatabases('documentation of a data set', () => {
  let workspace: Workspace;
  let owner: Member;
  let datasetId = '';
  let systemId = '';
  const statement = { evidence: 'Data sheet, page 3', note: '', statedOn: '2026-01-05' };
  const state = (change: object) =>
    stateDocumentation(owner, {
      ...{ ...statement, datasetId, item: 'people', state: 'documented', revision: 0 },
      ...change,
    });

  beforeAll(async () => {
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    const values = { name: 'Our notes', people: 1200, access: 'closed' as const };
    ({ datasetId } = await saveDataset(owner, { datasetId: null, revision: 0, values }));
    ({ systemId } = await newSystem(owner, workspace.siteIds[0] ?? ''));
    const use = { systemId, datasetId, role: 'train', versionId: null, note: '' } as const;
    await linkDataset(owner, use);
  });

  it('wants evidence of what is documented, a reason for what does not apply, and no day to come', async () => {
    await expect(state({ evidence: '' })).rejects.toMatchObject({ reason: 'evidence-missing' });
    await expect(state({ state: 'not-applicable' })).rejects.toMatchObject({
      reason: 'reason-missing',
    });
    await expect(state({ statedOn: '2999-01-01' })).rejects.toMatchObject({
      reason: 'date-in-future',
    });
    expect((await getDataset(owner, { datasetId })).summary.open).toBe(15);
  });

  it('is stated by who keeps data sets, and of two at once one is told', async () => {
    const reader = await createMember(workspace, 'lay-member');
    const asReader = stateDocumentation(reader, {
      ...{ ...statement, datasetId, item: 'people', state: 'documented', revision: 0 },
    });
    await expect(asReader).rejects.toMatchObject({ code: 'forbidden' });
    const results = await Promise.allSettled([state({}), state({ state: 'partly' })]);
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { reason: 'edited-meanwhile', values: { revision: 1 } } },
    ]);
  });

  it('shows its gaps at the data set, at the systems that used it, and in the list', async () => {
    await state({ state: 'not', evidence: '', revision: 1 });
    await state({ item: 'summary' });
    const page = await getDataset(owner, { datasetId });
    expect(page.summary).toMatchObject({ documented: 1, gaps: 1, open: 13 });
    expect(page.dataset.people).toBe(1200);
    const people = page.documentation
      .flatMap(({ items }) => items)
      .find((e) => e.item === 'people');
    expect(people).toMatchObject({ by: 'model-owner', statement: { number: 2, state: 'not' } });
    expect(page.uses).toMatchObject([{ id: systemId, roles: ['train'] }]);
    const { uses } = await getDatasetUses(owner, { systemId });
    expect(uses[0]?.summary).toEqual(page.summary);
    const { datasets } = await listDatasets(owner);
    expect(datasets.find(({ id }) => id === datasetId)?.summary).toEqual(page.summary);
  });

  it('of another organisation’s data set cannot be stated', async () => {
    const stranger = await createMember(await createWorkspace(), 'model-owner');
    const theirs = stateDocumentation(stranger, {
      ...{ ...statement, datasetId, item: 'people', state: 'documented', revision: 0 },
    });
    await expect(theirs).rejects.toMatchObject({ code: 'not-found' });
  });
});
