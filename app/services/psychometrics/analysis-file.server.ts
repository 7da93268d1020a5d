import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { Member } from '#db/actor.server.ts';
import { ServiceError } from '../../errors.ts';
import { chartFile } from '../results/get-chart-file.server.ts';
import { safeText } from '../exports/csv-cells.ts';
import { analysisDocument } from './analysis-document.server.ts';
import type { AnalysisRequest } from './analysis-page.ts';
import { getAnalysisPage } from './get-analysis-page.server.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { AnalysisTable, Cell } from './study-analysis.ts';

export const analysisFileSchema = z.object({
  format: z.enum(['csv', 'svg', 'docx']),
  /** Id of a table or chart of the page; the whole page for a document. */
  part: z.string().max(100).default(''),
});
export type AnalysisFileRequest = z.infer<typeof analysisFileSchema>;

type File = { name: string; type: string; body: string | Uint8Array<ArrayBuffer> };

const plain = (cell: Cell | undefined) =>
  typeof cell === 'object' ? cell.value : safeText(cell ?? '');

/** With all the digits that a page rounds. */
function tableCsv({ columns, rows }: AnalysisTable): string {
  const header = columns.map(({ label }) => safeText(label));
  const lines = rows.map((row) => columns.map(({ key }) => plain(row[key])));
  return stringify([header, ...lines], { bom: true, record_delimiter: 'windows' });
}

/** A table, a chart or the whole page as a file: the same object as the page, so the same numbers. */
export async function getAnalysisFile(
  member: Member,
  reader: AnalysisReader,
  request: AnalysisRequest,
  { format, part }: AnalysisFileRequest,
): Promise<File> {
  const { view, frame } = await getAnalysisPage(member, reader, request);
  if (!view) throw new ServiceError('not-found');
  if (format === 'docx') {
    const title = `${reader.say(`name.${request.analysis}`)} · ${frame.study.title}`;
    return {
      name: `${request.analysis}.docx`,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      body: await analysisDocument(reader, title, view),
    };
  }
  const chart = view.charts.find(({ id }) => id === part);
  if (chart) return chartFile(reader, chart, format);
  const table = view.tables.find(({ id }) => id === part);
  if (!table || format === 'svg') throw new ServiceError('not-found');
  const name = `${request.analysis}-${table.id}.csv`;
  return { name, type: 'text/csv; charset=utf-8', body: tableCsv(table) };
}
