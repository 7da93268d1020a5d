import { beforeAll, expect, it } from 'vitest';
import { getDossier } from '#app/services/evidence/get-dossier.server.ts';
import { keepAnalysis } from '#app/services/evidence/keep-analysis.server.ts';
import { getAnalysisPage } from '#app/services/psychometrics/get-analysis-page.server.ts';
import type { AnalysisId } from '#app/services/psychometrics/analysis-ids.ts';
import { listInstruments } from '#app/services/instruments/list-instruments.server.ts';
import type { Member } from '#db/actor.server.ts';
import { settle } from '#tests/services/results/settle.ts';
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

  const computed = (search: string, analysis: AnalysisId = 'reliability') =>
    settle(workspace, () => getAnalysisPage(researcher, reader, request(search, analysis)));

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['East', 'North']);
    researcher = await createMember(workspace, 'researcher');
    study = await createStudy(workspace, { languages: ['en', 'kk'] });
    const people = drawPeople(workspace, 400, 4).map((person, index) => ({
      ...person,
      language: index < 240 ? 'en' : 'kk',
    }));
    await addResponses(workspace, study, people, { seed: 4 });
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
    expect(part?.entries.every(({ isInvented }) => isInvented)).toBe(true);
    expect(part?.own.rung).toBe('draft');
  });

  it('is the structure of a model with the fit that its page shows', async () => {
    const model = encodeURIComponent('f =~ nai.1 + nai.2 + nai.3 + nai.4');
    const search = `model=${model}&estimator=MLR&language=en`;
    const { view } = await computed(search, 'confirmatory');
    const wanted = request(search, 'confirmatory');
    const { instrumentId } = await keepAnalysis(researcher, reader, wanted, 'Ward nurses');
    const { parts } = await getDossier(researcher, instrumentId);
    const part = parts.find((one) => one.language === 'en' && one.population === 'Ward nurses');
    const finding = part?.entries[0]?.finding;
    if (finding?.kind !== 'structure') throw new Error('a structure was kept');
    expect(finding).toMatchObject({ items: 4, isProper: true, estimator: 'MLR, robust' });
    const cells = view?.tables[0]?.rows.flatMap((row) => Object.values(row)) ?? [];
    const shown = cells.flatMap((cell) => (typeof cell === 'object' ? [cell.value] : []));
    expect(shown).toContain(finding.cfi);
    expect(shown).toContain(finding.srmr);
  });

  it('is invariance of each language beside the source, in one go', async () => {
    const search = 'scale=total&by=language';
    const page = await computed(search, 'invariance');
    expect(page.evidence).toEqual({ isOneLanguage: true });
    const wanted = request(search, 'invariance');
    const { instrumentId } = await keepAnalysis(researcher, reader, wanted, 'Nurses');
    const { parts } = await getDossier(researcher, instrumentId);
    const kept = parts.flatMap(({ language, entries }) =>
      entries.flatMap(({ finding }) =>
        finding.kind === 'invariance' ? [{ language, finding }] : [],
      ),
    );
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({
      language: 'kk',
      finding: { comparedWith: 'en', reached: 'scalar' },
    });
    const { smallestGroup } = kept[0]?.finding ?? {};
    expect(smallestGroup).toBeGreaterThan(100);
    expect(smallestGroup).toBeLessThanOrEqual(160);
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
