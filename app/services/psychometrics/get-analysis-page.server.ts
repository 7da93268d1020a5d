import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { announceRuns, ensureRun, type EnsuredRun } from '../results/internal.server.ts';
import { presentFrame, type ResultsFrame, type RunFacts } from '../results/present-frame.ts';
import type { AnalysisResult } from '../results/specification.ts';
import { getWaveView, type WaveView } from '../results/wave-view.server.ts';
import { analysableDimensions, analysedStudy } from './analysed-study.ts';
import type { AnalysisId } from './analysis-ids.ts';
import type { AnalysisReader } from './reader.server.ts';
import { studyAnalyses } from './registry.ts';
import type { Step } from './steps.ts';
import type { AnalysisView, Field } from './study-analysis.ts';

export type AnalysisPage = {
  frame: ResultsFrame;
  fields: readonly Field[];
  /** Of this analysis; the frame's run is the one its answers are chosen by. */
  run: RunFacts | null;
  view: AnalysisView | null;
  /** Why there is no result and none will come. */
  notPossible: string | null;
};

export type AnalysisRequest = { studyId: string; analysis: AnalysisId; search: URLSearchParams };

async function ensureAnalysis(
  member: Member,
  view: WaveView,
  wanted: { analysis: AnalysisId; groups: readonly string[]; steps: readonly Step[] },
): Promise<EnsuredRun> {
  const { study, current } = view;
  if (!current) throw new ServiceError('not-found');
  const run = await withActor(member, (tx) =>
    ensureRun(tx, member, {
      studyId: study.id,
      specification: {
        kind: 'analysis',
        waveId: current.wave.id,
        minimumCellSize: study.minimumCellSize,
        ...{ analysis: wanted.analysis, groups: [...wanted.groups], steps: [...wanted.steps] },
      },
      dataHash: `wave/${current.run.id}`,
      siteScope: '*',
    }),
  );
  await announceRuns(member, [run]);
  return run;
}

function runFactsOf(reader: AnalysisReader, view: WaveView, run: EnsuredRun): RunFacts {
  return {
    id: run.id,
    state: run.state,
    percent: reader.percent(100 * run.progress),
    computedOn: run.computedAt ? reader.date(run.computedAt) : null,
    mayCompute: view.mayCompute,
  };
}

const filterOf = (search: URLSearchParams) => ({
  wave: Number(search.get('wave')) || null,
  group: null,
  by: 'site',
});

/** An analysis of one wave over all sites: its form, its run, and what it says once it is done. */
export async function getAnalysisPage(
  member: Member,
  reader: AnalysisReader,
  { studyId, analysis, search }: AnalysisRequest,
): Promise<AnalysisPage> {
  const filter = filterOf(search);
  const wave = await getWaveView(member, { studyId, wave: filter.wave ?? 'newest' });
  const frame = presentFrame(reader, wave, filter);
  const { study, result } = wave;
  const nothing = { frame, fields: [], run: null, view: null, notPossible: null };
  const definition = studyAnalyses[analysis];
  if (!definition) throw new ServiceError('not-found');
  if (!wave.seesWholeStudy) return { ...nothing, notPossible: reader.say('wholeStudyOnly') };
  if (!result?.report.ok || wave.current?.run.state !== 'done') return nothing;
  const analysed = analysedStudy(reader, study, analysableDimensions(result));
  const params: unknown = definition.readParams(analysed, search);
  const fields = definition.fields(reader, analysed, params);
  const steps = definition.steps(reader, analysed, params);
  if ('notPossible' in steps) return { ...nothing, fields, notPossible: steps.notPossible };
  const groups = definition.groups(params);
  const run = await ensureAnalysis(member, wave, { analysis, groups, steps });
  const found = run.result as AnalysisResult | null;
  return {
    ...{ frame, fields, notPossible: null },
    run: runFactsOf(reader, wave, run),
    view:
      found &&
      definition.present({ reader, analysed, params, outcomes: found.outcomes, n: found.n }),
  };
}
