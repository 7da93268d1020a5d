import type { Member } from '#db/actor.server.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { findingsOfAnalysis } from '../evidence/findings-of-analysis.ts';
import { announceRuns, ensureRun, type EnsuredRun } from '../results/internal.server.ts';
import { presentFrame, type ResultsFrame, type RunFacts } from '../results/present-frame.ts';
import type { AnalysisResult, AnalysisSpecification } from '../results/specification.ts';
import { getGroupComparability } from '../results/group-comparability.server.ts';
import { getWaveView, type WaveView } from '../results/wave-view.server.ts';
import { analysableDimensions, analysedStudy } from './analysed-study.ts';
import type { AnalysisId } from './analysis-ids.ts';
import type { AnalysisReader } from './reader.server.ts';
import { languageField, readLanguage } from './language-params.ts';
import { studyAnalyses } from './registry.ts';
import { reproducedNumbers } from './reproduce/r-script.ts';
import { dataWithheld, type DataWithheld } from './reproduce/data-withheld.ts';
import type { Step, StepOutcomes } from './steps.ts';
import type { AnalysisView, Field } from './study-analysis.ts';
import { wantedAnalysis } from './wanted-analysis.server.ts';

export type AnalysisPage = {
  frame: ResultsFrame;
  fields: readonly Field[];
  /** Of this analysis; the frame's run is the one its answers are chosen by. */
  run: RunFacts | null;
  view: AnalysisView | null;
  /** Why there is no result and none will come. */
  notPossible: string | null;
  /** Whether the answers come with the archive that computes it again; null while there is no result. */
  reproduction: { withheld: DataWithheld | null; numbers: number } | null;
  /** For whom may keep it as evidence: whether it is of one language; null where it is no evidence. */
  evidence: { isOneLanguage: boolean } | null;
};

/** What the page was made of. */
export type AnalysisSource = {
  specification: AnalysisSpecification;
  outcomes: StepOutcomes;
  withheld: DataWithheld | null;
  runId: string;
  instrumentId: string;
  instrument: Instrument;
  /** Some of the answers were invented. */
  isSynthetic: boolean;
  /** The day of the data: when the wave closed, or the computation while it is open. */
  on: string;
};

export type AnalysisRequest = { studyId: string; analysis: AnalysisId; search: URLSearchParams };

function specificationOf(
  { study, current }: WaveView,
  wanted: {
    analysis: AnalysisId;
    groups: readonly string[];
    steps: readonly Step[];
    language: string | null;
  },
): AnalysisSpecification {
  if (!current) throw new ServiceError('not-found');
  return {
    kind: 'analysis',
    waveId: current.wave.id,
    minimumCellSize: study.minimumCellSize,
    ...{ analysis: wanted.analysis, groups: [...wanted.groups], steps: [...wanted.steps] },
    ...(wanted.language === null ? {} : { language: wanted.language }),
  };
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

/** Why the means of a scale may not be compared over a dimension, or the test that is to say so. */
async function lockedReason(
  member: Member,
  reader: AnalysisReader,
  wave: WaveView,
  compared: { scaleId: string; dimension: string } | null | undefined,
): Promise<Pick<AnalysisPage, 'notPossible' | 'run'> | null> {
  if (!compared) return null;
  const { of, notes } = await getGroupComparability(member, reader, wave, compared.dimension);
  const isTested = notes.run?.state === 'queued' || notes.run?.state === 'running';
  if (isTested) return { run: notes.run, notPossible: null };
  if (of(compared.scaleId) !== null) return null;
  const reason = notes.locked.find(({ id }) => id === compared.scaleId)?.reason ?? '';
  return { run: null, notPossible: `${reason} ${reader.say('lockedOn')}` };
}

/** The page with what it was made of, for files that hold more than the page. */
export async function loadAnalysis(
  member: Member,
  reader: AnalysisReader,
  { studyId, analysis, search }: AnalysisRequest,
): Promise<{ page: AnalysisPage; source: AnalysisSource | null }> {
  const filter = filterOf(search);
  const wave = await getWaveView(member, { studyId, wave: filter.wave ?? 'newest' });
  const frame = presentFrame(reader, wave, filter);
  const { study, result, current } = wave;
  const nothing = {
    frame,
    fields: [],
    run: null,
    view: null,
    notPossible: null,
    reproduction: null,
    evidence: null,
  };
  const without = (page: Partial<AnalysisPage>) => ({
    page: { ...nothing, ...page },
    source: null,
  });
  const definition = studyAnalyses[analysis];
  if (!definition) throw new ServiceError('not-found');
  if (!wave.seesWholeStudy) return without({ notPossible: reader.say('wholeStudyOnly') });
  if (!result?.report.ok || current?.run.state !== 'done') return without({});
  const analysed = analysedStudy(reader, study, analysableDimensions(result));
  const params: unknown = definition.readParams(analysed, search);
  const groups = definition.groups(params);
  // Crossed with groups, a language could leave groups of few people.
  const language = groups.length > 0 ? null : readLanguage(analysed, search);
  const fields = [
    ...definition.fields(reader, analysed, params),
    ...(groups.length > 0 ? [] : languageField(reader, analysed, language)),
  ];
  const steps = definition.steps(reader, analysed, params);
  if ('notPossible' in steps) return without({ fields, notPossible: steps.notPossible });
  const locked = await lockedReason(member, reader, wave, definition.comparesMeans?.(params));
  if (locked !== null) return without({ fields, ...locked });
  const specification = specificationOf(wave, { analysis, groups, steps, language });
  const wanted = wantedAnalysis(studyId, specification, [current.run.id]);
  const { organisationId } = member;
  const run = await withActor({ kind: 'system', organisationId }, (tx) =>
    ensureRun(tx, member, wanted),
  );
  await announceRuns(member, [run]);
  const facts = { fields, run: runFactsOf(reader, wave, run) };
  const found = run.result as AnalysisResult | null;
  if (!found) return without(facts);
  const { outcomes, n } = found;
  const withheld = dataWithheld(member, study, current.wave);
  const isSynthetic = frame.notes.origin === 'synthetic' || frame.notes.origin === 'mixed';
  const said = definition.present({ reader, analysed, params, outcomes, n });
  const cautions = isSynthetic ? [...said.cautions, reader.say('synthetic')] : said.cautions;
  const view = { ...said, cautions };
  const { instrument, instrumentId } = study;
  const on = current.wave.closesOn ?? run.computedAt?.toISOString().slice(0, 10) ?? today();
  const about = { instrument, instrumentId, on, isSynthetic };
  const source = { specification, outcomes, withheld, runId: run.id, ...about };
  const kept = can(member, 'evidence.manage') ? findingsOfAnalysis(source) : [];
  const isOneLanguage = kept.every((one) => (one.language ?? language) !== null);
  const evidence = kept.length > 0 ? { isOneLanguage } : null;
  const numbers = reproducedNumbers(specification.steps, outcomes);
  const page = { ...nothing, ...facts, view, reproduction: { withheld, numbers }, evidence };
  return { page, source };
}

/** An analysis of one wave over all sites: its form, its run, and what it says once it is done. */
export async function getAnalysisPage(
  member: Member,
  reader: AnalysisReader,
  request: AnalysisRequest,
): Promise<AnalysisPage> {
  const { page } = await loadAnalysis(member, reader, request);
  return page;
}
