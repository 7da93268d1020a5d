import { beforeAll, expect, it } from 'vitest';
import { getDossier } from '#app/services/evidence/get-dossier.server.ts';
import { keepAnalysis } from '#app/services/evidence/keep-analysis.server.ts';
import { getAnalysisPage } from '#app/services/psychometrics/get-analysis-page.server.ts';
import type { AnalysisId } from '#app/services/psychometrics/analysis-ids.ts';
import { listInstruments } from '#app/services/instruments/list-instruments.server.ts';
import type { Member } from '#db/actor.server.ts';
import { computeQueued } from '#tests/services/results/compute-queued.ts';
import {
  addResponses,
  createStudy,
  drawPeople,
  type FieldedStudy,
} from '#tests/services/results/fielded-study.ts';
import { getAnalysisReaderFor } from '#tests/services/results/reader-for.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';

const reader = getAnalysisReaderFor('en');

describeOnDatabases('an analysis kept as evidence', () => {
  let workspace: Workspace;
  let researcher: Member;
  let study: FieldedStudy;

  const request = (search: string, analysis: AnalysisId = 'reliability') => ({
    studyId: study.studyId,
    ...{ analysis, search: new URLSearchParams(search) },
  });

  async function computed(search: string) {
    for (let run = 0; run < 2; run += 1) {
      await getAnalysisPage(researcher, reader, request(search));
      await computeQueued(workspace);
    }
    return getAnalysisPage(researcher, reader, request(search));
  }

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['East', 'North']);
    researcher = await createMember(workspace, 'researcher');
    study = await createStudy(workspace);
    await addResponses(workspace, study, drawPeople(workspace, 300, 4), { seed: 4 });
  });

  it('is of one language, and counts the answers of that language alone', async () => {
    const all = await computed('scale=total');
    expect(all.evidence).toEqual({ isOneLanguage: false });
    await expect(
      keepAnalysis(researcher, reader, request('scale=total'), 'Nurses'),
    ).rejects.toMatchObject({ reason: 'one-language' });
    const english = await computed('scale=total&language=en');
    expect(english.evidence).toEqual({ isOneLanguage: true });
    const n = (page: typeof all) => Number(/(\d+) people/.exec(page.view?.findings[0] ?? '')?.[1]);
    expect(n(english)).toBeLessThan(n(all));
  });

  it('stands in the dossier with its numbers, once, and promotes nothing by itself', async () => {
    await computed('scale=total&language=en');
    const wanted = request('scale=total&language=en');
    const { instrumentId } = await keepAnalysis(researcher, reader, wanted, 'Nurses');
    await keepAnalysis(researcher, reader, wanted, 'Nurses');
    const { parts } = await getDossier(researcher, instrumentId);
    const part = parts.find((one) => one.language === 'en' && one.population === 'Nurses');
    expect(part?.entries.map(({ finding }) => finding)).toMatchObject([
      { kind: 'internal-consistency', coefficient: 'alpha' },
      { kind: 'internal-consistency', coefficient: 'omega' },
    ]);
    expect(part?.entries.every(({ origin }) => origin.source === 'computed')).toBe(true);
    expect(part?.own.rung).toBe('draft');
  });

  it('is the structure of a model with the fit of its page, and invariance by language', async () => {
    const model = encodeURIComponent('f =~ nai.1 + nai.2 + nai.3 + nai.4');
    const search = `model=${model}&estimator=MLR&language=en`;
    const ofModel = request(search, 'confirmatory');
    for (let run = 0; run < 2; run += 1) {
      await getAnalysisPage(researcher, reader, ofModel);
      await computeQueued(workspace);
    }
    const { instrumentId } = await keepAnalysis(researcher, reader, ofModel, 'Ward nurses');
    const byLanguage = request('scale=total&by=language', 'invariance');
    for (let run = 0; run < 2; run += 1) {
      await getAnalysisPage(researcher, reader, byLanguage);
      await computeQueued(workspace);
    }
    const { parts } = await getDossier(researcher, instrumentId);
    const part = parts.find((one) => one.language === 'en' && one.population === 'Ward nurses');
    const finding = part?.entries[0]?.finding;
    expect(finding).toMatchObject({ kind: 'structure', items: 4, isProper: true });
    expect(finding?.kind === 'structure' && finding.cfi).toBeGreaterThan(0.8);
    const { view, evidence } = await getAnalysisPage(researcher, reader, byLanguage);
    expect(view === null || evidence?.isOneLanguage).toBe(true);
  });

  it('is kept by those who keep evidence, of what has been computed', async () => {
    const chair = await createMember(workspace, 'board-chair');
    const wanted = request('scale=total&language=en');
    const page = await getAnalysisPage(chair, reader, wanted);
    expect(page.evidence).toBeNull();
    await expect(keepAnalysis(chair, reader, wanted, 'Nurses')).rejects.toMatchObject({
      code: 'forbidden',
    });
    const other = request('scale=clinical-benefit&language=en');
    await expect(keepAnalysis(researcher, reader, other, 'Nurses')).rejects.toMatchObject({
      reason: 'no-evidence',
    });
    expect((await listInstruments(researcher)).instruments).toHaveLength(1);
  });
});
