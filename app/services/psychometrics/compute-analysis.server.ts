import { findLatestRelease, findLatestResult } from '#db/queries/analysis-run.server.ts';
import { findResultsStudy } from '#db/queries/results-study.server.ts';
import type { UuidWords } from '#db/uuid-words.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { attuneVersion } from '../../version.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { collectResponses, type CollectedResponses } from '../results/collect-responses.server.ts';
import { idSet, includedIds } from '../results/id-set.ts';
import { pickResponses } from '../results/pick-responses.ts';
import { specificationHash } from '../results/specification-hash.server.ts';
import {
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
import type { StepOutcome } from './steps.ts';
import { withoutFewAnswers } from './without-few-answers.ts';

type Answered = { waveIds: readonly string[]; result: WaveResult | undefined };

/** The rows' levels of a dimension, as far as they are among `levels`. */
function groupsAmong(
  name: string,
  levels: ReadonlySet<string | null>,
  { n, dimensions }: CollectedResponses,
): Grouping {
  const dimension = dimensions.find(({ id }) => id === name);
  const shown = dimension?.levels.map((level) => (levels.has(level) ? level : null)) ?? [];
  return {
    name,
    levels: Array.from({ length: n }, (_, row) => shown[dimension?.index[row] ?? -1] ?? null),
  };
}

function groupingOf(
  name: string,
  { waveIds, result }: Answered,
  rows: CollectedResponses,
): Grouping {
  if (name === waveGroup) {
    return { name, levels: Array.from(rows.waves, (wave) => waveIds[wave] ?? null) };
  }
  const dimensions = result ? analysableDimensions(result) : [];
  const levels = new Set(
    dimensions.find(({ id }) => id === name)?.levels.map(({ level }) => level),
  );
  return groupsAmong(name, levels, rows);
}

/** The answers that the waves' own pages count, and of groups those that are shown there. */
export async function readAnalysedRows(
  run: Pick<TakenRun, 'organisationId' | 'studyId' | 'siteScope' | 'requestedBy'>,
  specification: AnalysisSpecification,
) {
  const { organisationId, studyId } = run;
  const { waveId, otherWaveIds = [], minimumCellSize, groups, language, steps } = specification;
  return withActor(scopedReader(run), async (tx) => {
    const study = await findResultsStudy(tx, { organisationId, studyId });
    if (!study) throw new ServiceError('not-found');
    const waveIds = [...otherWaveIds, waveId];
    const released: UuidWords[] = [];
    let result: WaveResult | undefined;
    for (const id of waveIds) {
      const latest = await findLatestRelease(tx, {
        ...{ organisationId, studyId, siteScope: run.siteScope },
        specificationHash: specificationHash({ kind: 'wave', waveId: id, minimumCellSize }),
      });
      result = latest?.result as WaveResult | undefined;
      if (!latest || !result?.report.ok) {
        throw new ServiceError('illegal-state', 'wave-not-computed');
      }
      released.push(latest.releasedIds);
    }
    const all = await collectResponses(tx, organisationId, study, waveIds);
    const rows = pickResponses(all, includedIds(all, idSet(released)));
    const groupings = groups.map((name) => groupingOf(name, { waveIds, result }, rows));
    if (language !== undefined) groupings.push(groupsAmong('language', new Set([language]), rows));
    const answered = answerTable(study.instrument, rows, groupings);
    const guarded = withoutFewAnswers(answered, { steps, groups, minimum: minimumCellSize });
    return { study, ...guarded };
  });
}

const tooFew = (minimum: number): StepOutcome => ({
  ok: false,
  code: 'below-minimum',
  values: { minimum },
});

/** The steps of an analysis, in a worker. */
export async function computeAnalysis(
  run: TakenRun,
  specification: AnalysisSpecification,
  controls: Controls,
): Promise<Computed> {
  const { table, refused } = await readAnalysedRows(run, specification);
  const latest = await withActor(scopedReader(run), (tx) => findLatestResult(tx, run));
  const { minimumCellSize: minimum } = specification;
  const steps = specification.steps.filter(({ name }) => !refused.has(name));
  const outcomes = {
    ...(await compute('analysis', { table, steps }, controls)),
    ...Object.fromEntries([...refused].map((name) => [name, tooFew(minimum)])),
  };
  return {
    result: { kind: 'analysis', n: table.n, outcomes, version: attuneVersion },
    releasedIds: new Uint32Array(0),
    predecessorId: latest?.id ?? null,
  };
}
