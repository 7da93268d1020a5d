import { beforeAll, expect, it } from 'vitest';
import { getAnalysisPage } from '#app/services/psychometrics/get-analysis-page.server.ts';
import { getGroups } from '#app/services/results/get-groups.server.ts';
import type { Member } from '#db/actor.server.ts';
import {
  addResponses,
  createStudy,
  drawPeople,
  type FieldedStudy,
  type Person,
} from '#tests/services/results/fielded-study.ts';
import { getAnalysisReaderFor, getReaderFor } from '#tests/services/results/reader-for.ts';
import { settle } from '#tests/services/results/settle.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { valuesOf } from './analysed-pages.ts';

const reader = getAnalysisReaderFor('en');
/** Every item means something else at the later wave: nothing that a few free items repair. */
const wordings = [0.9, -0.9, 0.1, 0.5, -0.5, 0.9, -0.9, 0.4, -0.2];

describeOnDatabases('measurement invariance of waves', () => {
  let workspace: Workspace;
  let researcher: Member;
  let study: FieldedStudy;

  const ask = (search: string) =>
    getAnalysisPage(researcher, reader, {
      ...{ studyId: study.studyId, analysis: 'invariance' as const },
      search: new URLSearchParams(search),
    });

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['North']);
    researcher = await createMember(workspace, 'researcher');
    study = await createStudy(workspace, { waves: 3, covariates: [], languages: ['en'] });
    for (const [seed, waveId] of study.waveIds.entries()) {
      const shift = (_person: Person, item: number) => (seed === 1 ? (wordings[item] ?? 0) : 0);
      const people = drawPeople(workspace, seed === 2 ? 60 : 200);
      await addResponses(workspace, study, people, { waveId, seed, shift });
    }
  });

  it('is a page of its own, of all waves with enough answers, as independent groups', async () => {
    const page = await settle(workspace, () => ask('scale=operations-workforce&by=wave'));
    if (!page.view) throw new Error(page.notPossible ?? 'the analysis is done');
    expect(page.fields.some(({ name }) => name === 'wave')).toBe(false);
    expect(page.fields.find(({ name }) => name === 'by')).toMatchObject({ value: 'wave' });
    expect(page.view.findings[0]).toContain('does not');
    expect(valuesOf(page.view, 'groups', 'group')).toEqual(['Wave 1', 'Wave 2']);
    expect(valuesOf(page.view, 'groups', 'n')[0]).toBeGreaterThan(100);
    const cautions = page.view.cautions.join(' ');
    expect(cautions).toContain('independent groups');
    expect(cautions).toMatch(/fewer than 100 answers: Wave 3/u);
    expect(page.evidence).toBeNull();
  }, 120_000);

  it('is the run by which comparisons of the waves are locked', async () => {
    const groups = () =>
      getGroups(researcher, getReaderFor('en'), study.studyId, {
        ...{ wave: null, group: null, by: 'wave' },
      });
    const { comparison } = await settle(workspace, groups);
    expect(comparison?.locked.map(({ id }) => id)).toContain('operations-workforce');
    for (const { id } of comparison?.locked ?? []) {
      const page = await ask(`scale=${id}&by=wave`);
      expect(page.run?.state, id).toBe('done');
      const { reason: why } = comparison?.locked.find((one) => one.id === id) ?? {};
      if (!why?.includes('contains a part')) expect(page.view?.findings[0]).toBe(why);
    }
  }, 120_000);

  it('stays one wave where groups are asked for', async () => {
    const page = await settle(workspace, () => ask('by=language&wave=1'));
    expect(page.fields[0]).toMatchObject({ name: 'wave', value: '1' });
    expect(page.fields.find(({ name }) => name === 'by')).toMatchObject({ value: 'language' });
  }, 120_000);
});
