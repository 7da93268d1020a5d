import type { Member } from '#db/actor.server.ts';
import { findDoneRunId } from '#db/queries/analysis-run.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { withActor } from '../../database.server.ts';
import { announceRuns, ensureRun, runKeyOf, type EnsuredRun } from '../results/internal.server.ts';
import {
  waveGroup,
  type AnalysisResult,
  type AnalysisSpecification,
} from '../results/specification.ts';
import { analysableDimensions } from './analysed-study.ts';
import {
  decideComparability,
  withParts,
  type Comparability,
  type ComparabilityEvidence,
} from './comparability.ts';
import { countedWaves, type CountedWave } from './counted-waves.server.ts';
import { summariseInvariance, type InvarianceSummary } from './invariance-summary.ts';
import { invarianceSteps, largeEnough, type InvarianceQuestion } from './invariance-steps.ts';
import { isTestable, scaleModel } from './scale-model.ts';
import { wantedAnalysis } from './wanted-analysis.server.ts';

export type DimensionComparability = {
  byScale: ReadonlyMap<string, Comparability>;
  /** The first run that is still to come. */
  pending: EnsuredRun | null;
};

/** By run: a run that is done never changes, and its models take long to read. */
const summaries = new Map<string, InvarianceSummary>();
const mostSummaries = 1000;

function remember(runId: string, summary: InvarianceSummary): void {
  const [oldest] = summaries.keys();
  if (summaries.size >= mostSummaries && oldest !== undefined) summaries.delete(oldest);
  summaries.set(runId, summary);
}

type Study = Pick<ResultsStudy, 'id' | 'instrument' | 'minimumCellSize'>;

function levelsOf(waves: readonly CountedWave[], dimension: string) {
  if (dimension === waveGroup) {
    return waves.map(({ waveId, n }) => ({ level: waveId, n }));
  }
  const newest = waves.at(-1);
  const dimensions = newest ? analysableDimensions(newest.result) : [];
  return dimensions.find(({ id }) => id === dimension)?.levels ?? [];
}

/** Null while the run is still to come. */
type Ask = (question: InvarianceQuestion) => Promise<InvarianceSummary | null>;

/** What stored runs say of one scale; runs that are missing are asked for, the partial one when it matters. */
async function evidenceOf(
  ask: Ask,
  { instrument }: Study,
  question: InvarianceQuestion,
): Promise<ComparabilityEvidence> {
  if (!isTestable(scaleModel(instrument, question.scale))) return { missing: 'too-few-items' };
  if (question.levels.length < 2) return { missing: 'too-few-per-group' };
  const whole = await ask(question);
  if (!whole) return { missing: 'not-run' };
  const { reading, free } = whole;
  if (!reading) return { missing: 'not-estimable' };
  if (free.length === 0) return { reading, partial: null };
  const partial = await ask({ ...question, items: 'continuous', free });
  if (!partial) return { missing: 'not-run' };
  return {
    reading,
    partial: partial.reading && { reading: partial.reading, differing: free },
  };
}

/**
 * Whether means may be compared over a dimension, or over waves, scale by scale. The runs are those of the
 * page of measurement invariance. Callers have authorised the reader.
 */
export async function ensureComparability(
  member: Member,
  study: Study,
  { waveIds, dimension }: { waveIds: readonly string[]; dimension: string },
): Promise<DimensionComparability> {
  const { organisationId } = member;
  const runs: EnsuredRun[] = [];
  const byScale = await withActor({ kind: 'system', organisationId }, async (tx) => {
    const waves = await countedWaves(tx, member, study, waveIds);
    const levels = largeEnough(levelsOf(waves, dimension));
    const used =
      dimension === waveGroup ? waves.filter(({ waveId }) => levels.includes(waveId)) : waves;
    const others = used.slice(0, -1).map(({ waveId }) => waveId);
    const ask: Ask = async (question) => {
      const specification: AnalysisSpecification = {
        ...{ kind: 'analysis', analysis: 'invariance', groups: [dimension] },
        ...{ waveId: used.at(-1)?.waveId ?? '', minimumCellSize: study.minimumCellSize },
        ...(others.length > 0 ? { otherWaveIds: others } : {}),
        steps: invarianceSteps(study.instrument, question),
      };
      const waveRunIds = used.map(({ runId }) => runId);
      const wanted = wantedAnalysis(study.id, specification, waveRunIds);
      const doneId = await findDoneRunId(tx, runKeyOf(member, wanted));
      const known = doneId && summaries.get(doneId);
      if (known) return known;
      const run = await ensureRun(tx, member, wanted);
      runs.push(run);
      if (!run.result) return null;
      const { outcomes } = run.result as AnalysisResult;
      const summary = summariseInvariance(study.instrument, question.scale, outcomes);
      if (doneId) remember(doneId, summary);
      return summary;
    };
    const decided = new Map<string, Comparability>();
    for (const scale of study.instrument.scales) {
      const question = { scale, dimension, levels, items: 'ordered' as const, free: [] };
      const evidence: ComparabilityEvidence =
        waves.length === 0 ? { missing: 'not-run' } : await evidenceOf(ask, study, question);
      decided.set(scale.id, decideComparability(evidence));
    }
    return withParts(study.instrument.scales, decided);
  });
  await announceRuns(member, runs);
  const pending = runs.find(({ state }) => state !== 'done') ?? null;
  return { byScale, pending };
}
