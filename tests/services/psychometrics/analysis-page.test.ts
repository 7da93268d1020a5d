import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, it } from 'vitest';
import { reportReliability } from '#analysis/reliability/report-reliability.ts';
import { getAnalysisFile } from '#app/services/psychometrics/analysis-file.server.ts';
import { getAnalysisPage } from '#app/services/psychometrics/get-analysis-page.server.ts';
import { readAnalysedRows } from '#app/services/psychometrics/compute-analysis.server.ts';
import { listAnalyses } from '#app/services/psychometrics/list-analyses.server.ts';
import { cancelAnalysisRun } from '#app/services/results/cancel-run.server.ts';
import { restartAnalysisRun } from '#app/services/results/restart-run.server.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import type { Member } from '#db/actor.server.ts';
import { computeQueued } from '#tests/services/results/compute-queued.ts';
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

describeOnDatabases('an analysis of a study', () => {
  let workspace: Workspace;
  let researcher: Member;
  let study: FieldedStudy;

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['East', 'North']);
    researcher = await createMember(workspace, 'researcher');
    study = await createStudy(workspace);
    await addResponses(workspace, study, drawPeople(workspace, 200, 4), { seed: 4 });
  });

  const ask = (search = '', member = researcher) =>
    getAnalysisPage(member, reader, {
      studyId: study.studyId,
      analysis: 'reliability',
      search: new URLSearchParams(search),
    });

  const computed = (search = '') => settle(workspace, () => ask(search));

  it('waits for the results of the wave, then is computed in its own run', async () => {
    const own = await createStudy(workspace);
    await addResponses(workspace, own, drawPeople(workspace, 60));
    const page = () =>
      getAnalysisPage(researcher, reader, {
        studyId: own.studyId,
        analysis: 'reliability',
        search: new URLSearchParams(),
      });
    expect(await page()).toMatchObject({ run: null, view: null, frame: { content: 'computing' } });
    await computeQueued(workspace);
    expect(await page()).toMatchObject({ run: { state: 'queued' }, view: null });
    await computeQueued(workspace);
    expect((await page()).view?.findings[0]).toContain('alpha is');
  });

  it('says the numbers of the library on the answers the wave counts', async () => {
    const { view } = await computed('scale=total');
    const { table } = await readAnalysedRows(
      {
        organisationId: workspace.organisationId,
        studyId: study.studyId,
        siteScope: '*',
        requestedBy: null,
      },
      {
        kind: 'analysis',
        analysis: 'reliability',
        waveId: study.waveIds[0] ?? '',
        minimumCellSize: 10,
        groups: [],
        steps: [],
      },
    );
    expect(table.n).toBe(200);
    const items = nurseAiReadiness.items.map(({ id }) => id);
    const report = reportReliability(table, {
      items,
      level: 0.95,
      groupFactors: [],
      draws: 100,
      seed: 1,
    });
    if (!report.alpha.ok) throw new Error('the answers vary');
    const [alpha] = view?.tables[0]?.rows ?? [];
    expect(alpha?.['value']).toMatchObject({ value: report.alpha.raw });
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(view?.methods.at(-1)).toBe(`Computed by Attune ${version}.`);
  });

  it('of another scale is another run', async () => {
    const [first, second] = [await computed(''), await computed('scale=operations-workforce')];
    expect(second.run?.id).not.toBe(first.run?.id);
  });

  it('can be stopped and started again', async () => {
    const { run } = await ask('scale=clinical-benefit');
    await cancelAnalysisRun(researcher, run?.id ?? '');
    await computeQueued(workspace);
    expect((await ask('scale=clinical-benefit')).run?.state).toBe('cancelled');
    await restartAnalysisRun(researcher, run?.id ?? '');
    expect((await computed('scale=clinical-benefit')).run?.state).toBe('done');
  });

  it('is not shown to whom some sites are hidden, nor to whom results are', async () => {
    const [east = ''] = workspace.siteIds;
    const confined = await createMember(workspace, 'researcher', [east]);
    const page = await ask('', confined);
    expect(page).toMatchObject({ view: null, run: null });
    expect(page.notPossible).toContain('all sites');
    const list = await listAnalyses(confined, reader, study.studyId, null);
    expect(list.seesWholeStudy).toBe(false);
    const facilitator = await createMember(workspace, 'facilitator');
    await expect(ask('', facilitator)).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = await createMember(await createWorkspace(), 'researcher');
    await expect(ask('', stranger)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('gives its tables with all digits, and its page as a document', async () => {
    const { view } = await computed('scale=total');
    const request = {
      studyId: study.studyId,
      analysis: 'reliability' as const,
      search: new URLSearchParams('scale=total'),
    };
    const csv = await getAnalysisFile(researcher, reader, request, {
      format: 'csv',
      part: 'coefficients',
    });
    const [, alpha] = parse(String(csv.body), { bom: true });
    const cell = view?.tables[0]?.rows[0]?.['value'];
    expect(alpha?.[1]).toBe(String(typeof cell === 'object' && cell.value));
    const docx = await getAnalysisFile(researcher, reader, request, { format: 'docx', part: '' });
    expect(String.fromCharCode(...(docx.body as Uint8Array).slice(0, 2))).toBe('PK');
    const missing = { format: 'csv' as const, part: 'no-such-table' };
    await expect(getAnalysisFile(researcher, reader, request, missing)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
