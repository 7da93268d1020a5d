import { findLatestResult } from '#db/queries/analysis-run.server.ts';
import { findResultsStudy } from '#db/queries/results-study.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import {
  collectResponses,
  pickResponses,
  type CollectedResponses,
} from '../results/collect-responses.server.ts';
import { specificationHash } from '../results/specification-hash.server.ts';
import {
  dimensionIds,
  waveGroup,
  type AnalysisSpecification,
  type WaveResult,
} from '../results/specification.ts';
import {
  scopedReader,
  type Computed,
  type Controls,
  type TakenRun,
} from '../results/taken-run.server.ts';
import { analysableDimensions } from './analysed-study.ts';
import { answerTable, type Grouping } from './answer-table.ts';

type Answered = { covariates: readonly string[]; result: WaveResult | undefined };

function groupingOf(
  name: string,
  { covariates, result }: Answered,
  rows: CollectedResponses,
): Grouping {
  if (name === waveGroup) return { name, levels: rows.waveIds };
  const dimensions = result ? analysableDimensions(result) : [];
  const levels = new Set(
    dimensions.find(({ id }) => id === name)?.levels.map(({ level }) => level),
  );
  const column = dimensionIds(covariates).indexOf(name);
  return {
    name,
    levels: rows.levels.map((row) => {
      const level = row[column] ?? null;
      return level !== null && levels.has(level) ? level : null;
    }),
  };
}

/** The answers that the waves' own pages count, and of groups those that are shown there. */
export async function readAnalysedRows(
  run: Pick<TakenRun, 'organisationId' | 'studyId' | 'siteScope' | 'requestedBy'>,
  { waveId, otherWaveIds = [], minimumCellSize, groups, language }: AnalysisSpecification,
) {
  const { organisationId, studyId } = run;
  return withActor(scopedReader(run), async (tx) => {
    const study = await findResultsStudy(tx, { organisationId, studyId });
    if (!study) throw new ServiceError('not-found');
    const waveIds = [...otherWaveIds, waveId];
    const released = new Set<string>();
    let result: WaveResult | undefined;
    for (const id of waveIds) {
      const latest = await findLatestResult(tx, {
        ...{ organisationId, studyId, siteScope: run.siteScope },
        specificationHash: specificationHash({ kind: 'wave', waveId: id, minimumCellSize }),
      });
      result = latest?.result as WaveResult | undefined;
      if (!result?.report.ok) throw new ServiceError('illegal-state', 'wave-not-computed');
      latest?.releasedIds?.forEach((own) => released.add(own));
    }
    const all = await collectResponses(tx, organisationId, study, waveIds);
    const rows = pickResponses(
      all,
      all.ids.map((id) => released.has(id)),
    );
    const { covariates } = study;
    const groupings = groups.map((name) => groupingOf(name, { covariates, result }, rows));
    if (language !== undefined) {
      const column = dimensionIds(covariates).indexOf('language');
      const only = rows.levels.map((row) => (row[column] === language ? language : null));
      groupings.push({ name: 'language', levels: only });
    }
    return { study, table: answerTable(study.instrument, rows, groupings) };
  });
}

/** The steps of an analysis, in a worker. */
export async function computeAnalysis(
  run: TakenRun,
  specification: AnalysisSpecification,
  controls: Controls,
): Promise<Computed> {
  const { table } = await readAnalysedRows(run, specification);
  const latest = await withActor(scopedReader(run), (tx) => findLatestResult(tx, run));
  const outcomes = await compute('analysis', { table, steps: specification.steps }, controls);
  return {
    result: { kind: 'analysis', n: table.n, outcomes },
    releasedIds: [],
    predecessorId: latest?.id ?? null,
  };
}
