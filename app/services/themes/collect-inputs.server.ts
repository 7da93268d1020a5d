import type { Transaction } from '#db/database.ts';
import { countAcceptance, listAssignments } from '#db/queries/code-assignment.server.ts';
import { listCodes } from '#db/queries/codebook.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { listDoubleReadings } from '#db/queries/double-reading.server.ts';
import { listFlags, listReplies } from '#db/queries/theme-check.server.ts';
import { listThemes } from '#db/queries/theme.server.ts';
import type { Of } from './coding-access.server.ts';
import type { ReportInputs } from './report-inputs.ts';

/** Reads what a report is made of; whoever publishes holds the texts meanwhile. */
export async function collectInputs(
  tx: Transaction,
  of: Of,
  readTexts = listCodedTexts,
): Promise<ReportInputs> {
  return {
    texts: await readTexts(tx, of),
    codes: await listCodes(tx, of),
    themes: await listThemes(tx, of),
    assignments: await listAssignments(tx, { ...of, reading: 'first' }),
    acceptance: await countAcceptance(tx, of),
    doubles: await listDoubleReadings(tx, of),
    flags: await listFlags(tx, of),
    replies: await listReplies(tx, of),
  };
}
