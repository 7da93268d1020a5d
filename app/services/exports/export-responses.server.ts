import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Member } from '#db/actor.server.ts';
import { findResultsStudy, type ResultsStudy } from '#db/queries/results-study.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { takePoint } from '../../http/rate-limit.server.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { anonymiseResponses, type AnonymisedResponses } from './anonymise-responses.server.ts';
import { safeText } from './csv-cells.ts';
import { releasedWaves } from './released-waves.server.ts';

export const exportInputSchema = z.object({
  reason: z
    .string('reason-required')
    .trim()
    .min(10, 'reason-too-short')
    .max(500, 'reason-too-long'),
  hasByteOrderMark: z.boolean(),
});
export type ExportInput = z.infer<typeof exportInputSchema>;

export type Exported = {
  study: ResultsStudy;
  responses: Extract<AnonymisedResponses, { ok: true }>;
};

async function readAudited(
  member: Member,
  studyId: string,
  reason: string,
  file: 'responses' | 'codebook',
): Promise<{ study: ResultsStudy; responses: AnonymisedResponses }> {
  const { organisationId, userId } = member;
  const released = await releasedWaves(member, studyId);
  return withActor(member, async (tx) => {
    const study = await findResultsStudy(tx, { organisationId, studyId });
    if (!study) throw new ServiceError('not-found');
    const responses = await anonymiseResponses(tx, organisationId, study, released);
    await writeAudit(tx, {
      organisationId,
      actor: userId,
      action: responses.ok ? 'responses.exported' : 'responses.export-withheld',
      subjectId: studyId,
      detail: responses.ok
        ? { file, reason, rows: responses.rows.length, steps: responses.steps }
        : { file, reason, withheld: responses.reason },
    });
    return { study, responses };
  });
}

/** Reads raw responses: the reason stands in the audit also when the file is withheld. */
export async function readExport(
  member: Member,
  studyId: string,
  reason: string,
  file: 'responses' | 'codebook',
): Promise<Exported> {
  authorise(member, 'responses.export');
  await takePoint('export', member.userId);
  const { study, responses } = await readAudited(member, studyId, reason, file);
  if (!responses.ok) {
    throw new ServiceError('illegal-state', `export-${responses.reason}`, {
      minimum: study.minimumCellSize,
    });
  }
  return { study, responses };
}

function* lines({ study, responses }: Exported): Generator<(string | number)[]> {
  const columns = ['wave', 'site', 'language', ...study.covariates, 'day'].filter((column) =>
    responses.columns.includes(column),
  );
  yield [...columns, ...study.instrument.items.map(({ id }) => id)].map(safeText);
  for (const { identifying, itemCodes } of responses.rows) {
    yield [...columns.map((column) => safeText(identifying[column] ?? '')), ...itemCodes];
  }
}

/** The responses of a study as a CSV file, k-anonymous over everything but the answers. */
export async function exportResponses(
  member: Member,
  studyId: string,
  input: ExportInput,
): Promise<Readable> {
  const exported = await readExport(member, studyId, input.reason, 'responses');
  return Readable.from(lines(exported)).pipe(
    stringify({ bom: input.hasByteOrderMark, record_delimiter: 'windows' }),
  );
}
