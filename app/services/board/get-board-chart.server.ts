import { z } from 'zod';
import type { Member } from '#db/actor.server.ts';
import { ServiceError } from '../../errors.ts';
import { chartFile, type ChartFile } from '../results/get-chart-file.server.ts';
import type { BoardReader } from './board-reader.server.ts';
import { getBoard } from './get-board.server.ts';
import { getSite } from './get-site.server.ts';

export const boardChartSchema = z.object({
  site: z.uuid().optional(),
  chart: z.string().max(200),
  format: z.enum(['csv', 'svg']),
});

/** A chart of a board page as a file, made by the page's own service. */
export async function getBoardChart(
  member: Member,
  reader: BoardReader,
  { site, chart, format }: z.infer<typeof boardChartSchema>,
): Promise<ChartFile> {
  const { studies } = site ? await getSite(member, reader, site) : await getBoard(member, reader);
  const found = studies.flatMap(({ charts }) => charts).find(({ id }) => id === chart);
  if (!found) throw new ServiceError('not-found');
  return chartFile(reader, found, format);
}
