import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../../database.server.ts';
import { ServiceError } from '../../../errors.ts';
import { takePoint } from '../../../http/rate-limit.server.ts';
import { codeVersion } from '../../../jobs/worker-pool.server.ts';
import { exportInputSchema } from '../../exports/export-responses.server.ts';
import { writeAudit } from '../../audit/write-audit.server.ts';
import { readPairedRows } from '../change/read-paired-rows.server.ts';
import { readAnalysedRows } from '../compute-analysis.server.ts';
import type { AnalysisRequest } from '../analysis-page.ts';
import { loadAnalysis } from '../get-analysis-page.server.ts';
import type { AnalysisReader } from '../reader.server.ts';
import { valueOf, type Step, type StepOutcomes } from '../steps.ts';
import { archive, csvFile, type ArchiveFile } from './archive.server.ts';
import { codeLines } from './code-lines.ts';
import { dataFile, usedColumns } from './data-file.ts';
import { renameColumns } from './r-literals.ts';
import { numberLines, rScript, type ReproducedStep } from './r-script.ts';

/** Asked where the archive holds answers: it then stands in the audit trail. */
export const reproduceInputSchema = exportInputSchema.pick({ reason: true });

function reproducedSteps(
  steps: readonly Step[],
  outcomes: StepOutcomes,
  names: ReadonlyMap<string, string>,
): ReproducedStep[] {
  return steps.flatMap(({ name, family, options }) => {
    const report = valueOf(outcomes, name);
    if (report === undefined) return [];
    const renamed = renameColumns(options, names) as Record<string, unknown>;
    return [{ name, family, options: renamed, report: renameColumns(report, names) }];
  });
}

/**
 * Everything by which others can check a result: the script that computes it in R, our numbers, what the
 * columns mean, versions and hashes; and the answers, for whom may export them, once their wave is closed.
 */
export async function reproduceAnalysis(
  member: Member,
  reader: AnalysisReader,
  request: AnalysisRequest,
  reason: string | undefined,
): Promise<{ name: string; type: string; body: Uint8Array<ArrayBuffer> }> {
  await takePoint('export', member.userId);
  const { source, page } = await loadAnalysis(member, reader, request);
  if (!source) throw new ServiceError('not-found');
  const { specification, outcomes, withheld } = source;
  if (withheld === null && reason === undefined) {
    throw new ServiceError('invalid', 'reason-required');
  }
  const { organisationId, userId } = member;
  const read = specification.analysis === 'change' ? readPairedRows : readAnalysedRows;
  const { study, table } = await read(
    { organisationId, studyId: request.studyId, siteScope: '*', requestedBy: userId },
    specification,
  );
  const waveIds = [...(specification.otherWaveIds ?? []), specification.waveId];
  const names = usedColumns(
    table,
    specification.steps,
    study.instrument.items.map(({ id }) => id),
  );
  const steps = reproducedSteps(specification.steps, outcomes, names);
  const numbers = numberLines(steps).map(({ step, name, value, tolerance }) => [
    ...[step, name, value, tolerance],
  ]);
  const about = {
    analysis: specification.analysis,
    study: page.frame.study.title,
    waves: study.waves.filter(({ id }) => waveIds.includes(id)).map(({ name }) => name),
    instrumentVersion: study.instrumentVersion,
    rows: table.n,
    attune: source.version,
    code: codeVersion(),
    checkedAgainst: 'R 4.2.2',
    steps: specification.steps.map(({ name, family, options }) => ({ name, family, options })),
    data: withheld ?? 'data.csv',
    origin: source.isSynthetic ? 'synthetic' : 'collected',
  };
  const warning = source.isSynthetic ? `${reader.say('synthetic')}\n\n` : '';
  const readme = `${warning}${reader.say('reproduce.readme', { n: table.n })}\n`;
  const files: ArchiveFile[] = [
    { name: 'README.txt', body: readme },
    { name: 'reproduce.R', body: rScript(steps) },
    csvFile('numbers.csv', [['step', 'name', 'value', 'tolerance'], ...numbers]),
    csvFile('codebook.csv', [
      ['variable', 'value', 'meaning'],
      ...codeLines(reader, study, table, names),
    ]),
    { name: 'about.json', body: `${JSON.stringify(about, null, 2)}\n` },
    ...(withheld ? [] : [{ name: 'data.csv', body: dataFile(table, names) }]),
  ];
  await withActor(member, (tx) =>
    writeAudit(tx, {
      ...{ organisationId, actor: userId, action: 'analysis.reproduced' },
      subjectId: request.studyId,
      detail: {
        ...{ analysis: specification.analysis, reason, columns: [...names.values()] },
        ...(withheld ? { withheld } : { rows: table.n }),
      },
    }),
  );
  const type = 'application/zip';
  return { name: `${specification.analysis}.zip`, type, body: await archive(files) };
}
