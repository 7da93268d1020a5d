import type { Member } from '#db/actor.server.ts';
import type { AnalysisId } from '#app/services/psychometrics/analysis-ids.ts';
import { readAnalysedRows } from '#app/services/psychometrics/compute-analysis.server.ts';
import { getAnalysisPage } from '#app/services/psychometrics/get-analysis-page.server.ts';
import type { AnalysisTable, AnalysisView } from '#app/services/psychometrics/study-analysis.ts';
import { computeQueued } from '#tests/services/results/compute-queued.ts';
import type { FieldedStudy } from '#tests/services/results/fielded-study.ts';
import { getAnalysisReaderFor } from '#tests/services/results/reader-for.ts';
import type { Workspace } from '#tests/support/workspace.ts';

const reader = getAnalysisReaderFor('en');

type Asked = { workspace: Workspace; member: Member; study: FieldedStudy };

/** The page as it stands, which queues what it lacks. */
export function askAnalysis({ member, study }: Asked, analysis: AnalysisId, search = '') {
  const request = { studyId: study.studyId, analysis, search: new URLSearchParams(search) };
  return getAnalysisPage(member, reader, request);
}

/** The page once everything it waits for is computed. */
export async function computedView(
  asked: Asked,
  analysis: AnalysisId,
  search = '',
): Promise<AnalysisView> {
  for (let run = 0; run < 2; run += 1) {
    await askAnalysis(asked, analysis, search);
    await computeQueued(asked.workspace);
  }
  const { view } = await askAnalysis(asked, analysis, search);
  if (!view) throw new Error('the analysis has no result');
  return view;
}

/** The answers that the study's analyses count. */
export async function analysedTable({ workspace, study }: Omit<Asked, 'member'>) {
  const { organisationId } = workspace;
  const { table } = await readAnalysedRows(
    { organisationId, studyId: study.studyId, siteScope: '*', requestedBy: null },
    {
      ...{ kind: 'analysis', analysis: 'dimensions', waveId: study.waveIds[0] ?? '' },
      ...{ minimumCellSize: 10, groups: [], steps: [] },
    },
  );
  return table;
}

/** All the digits of one column of a table of the page. */
export function valuesOf({ tables }: AnalysisView, id: string, column: string): unknown[] {
  const table: AnalysisTable | undefined = tables.find((candidate) => candidate.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return table.rows.map((row) => {
    const cell = row[column];
    return typeof cell === 'object' ? cell.value : cell;
  });
}
