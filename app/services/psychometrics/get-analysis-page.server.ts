import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../database.server.ts';
import { can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { attuneVersion } from '../../version.ts';
import { findingsOfAnalysis } from '../evidence/findings-of-analysis.ts';
import { announceRuns, ensureRun, type RunView } from '../results/internal.server.ts';
import { presentFrame, type RunFacts } from '../results/present-frame.ts';
import { waveGroup, type AnalysisResult } from '../results/specification.ts';
import type { WaveView } from '../results/wave-view.server.ts';
import { analysableDimensions, analysableWaves, analysedStudy } from './analysed-study.ts';
import {
  emptyPage,
  type AnalysisPage,
  type AnalysisRequest,
  type LoadedAnalysis,
} from './analysis-page.ts';
import { analysisSpecification, type UsedWave } from './analysis-specification.ts';
import { askedWave } from './asked-wave.server.ts';
import { loadChangeAnalysis } from './change/load-change-analysis.server.ts';
import { checkFields } from './check-fields.ts';
import { fewestPerGroup } from './invariance-steps.ts';
import { languageField, readLanguage } from './language-params.ts';
import { lockedReason } from './locked-reason.server.ts';
import { methodsOf } from './methods-of.ts';
import type { AnalysisReader } from './reader.server.ts';
import { studyAnalyses } from './registry.ts';
import { dataWithheld } from './reproduce/data-withheld.ts';
import { reproducedNumbers } from './reproduce/r-script.ts';
import { wantedAnalysis } from './wanted-analysis.server.ts';
import { waveField } from './wave-field.ts';
import { wavesOfStudy } from './waves-of-study.server.ts';

function runFactsOf(reader: AnalysisReader, view: WaveView, run: RunView): RunFacts {
  return {
    id: run.id,
    state: run.state,
    percent: reader.percent(100 * run.progress),
    computedOn: run.computedAt ? reader.date(run.computedAt) : null,
    mayCompute: view.mayCompute,
  };
}

/** The page with what it was made of, for files that hold more than the page. */
export async function loadAnalysis(
  member: Member,
  reader: AnalysisReader,
  request: AnalysisRequest,
): Promise<LoadedAnalysis> {
  if (request.analysis === 'change') return loadChangeAnalysis(member, reader, request.studyId);
  const { studyId, analysis, search } = request;
  const { view: wave, number } = await askedWave(member, studyId, search);
  const frame = presentFrame(reader, wave, { wave: number, group: null, by: 'site' });
  const { study, result, current } = wave;
  const ofWave = checkFields(reader, waveField(reader, frame, search), search);
  const nothing = { ...emptyPage, frame, fields: ofWave };
  const without = (page: Partial<AnalysisPage>) => ({
    page: { ...nothing, ...page },
    source: null,
  });
  const definition = studyAnalyses[analysis];
  if (!wave.seesWholeStudy) return without({ notPossible: reader.say('wholeStudyOnly') });
  if (!result?.report.ok || current?.run.state !== 'done') return without({});
  const waves = definition.acrossWaves ? await wavesOfStudy(member, study) : null;
  const analysed = analysedStudy(reader, study, {
    dimensions: analysableDimensions(result),
    waves: analysableWaves(waves?.counted ?? []),
  });
  const params: unknown = definition.readParams(analysed, search);
  const groups = definition.groups(params);
  // Crossed with groups, a language could leave groups of few people.
  const language = groups.length > 0 ? null : readLanguage(analysed, search);
  const offered = [
    ...definition.fields(reader, analysed, params),
    ...(groups.length > 0 ? [] : languageField(reader, analysed, search)),
  ];
  const isAcrossWaves = groups.includes(waveGroup);
  const ofAnalysis = checkFields(reader, offered, search);
  const form = { fields: isAcrossWaves ? ofAnalysis : [...ofWave, ...ofAnalysis] };
  if (form.fields.some(({ error }) => error !== undefined)) {
    return without({ ...form, notPossible: reader.say('unreadable') });
  }
  if (isAcrossWaves && waves?.pending) {
    return without({ ...form, run: runFactsOf(reader, wave, waves.pending) });
  }
  const steps = definition.steps(reader, analysed, params);
  if ('notPossible' in steps) return without({ ...form, notPossible: steps.notPossible });
  const locked = await lockedReason(member, reader, wave, definition.comparesMeans?.(params));
  if (locked !== null) return without({ ...form, ...locked });
  const used: readonly UsedWave[] = isAcrossWaves
    ? (waves?.counted ?? []).filter(({ n }) => n >= fewestPerGroup)
    : [{ waveId: current.wave.id, runId: current.run.id }];
  const specification = analysisSpecification(study, used, { analysis, groups, steps, language });
  const runIds = used.map(({ runId }) => runId);
  const wanted = wantedAnalysis(studyId, specification, runIds);
  const { organisationId } = member;
  const run = await withActor({ kind: 'system', organisationId }, (tx) =>
    ensureRun(tx, member, wanted),
  );
  await announceRuns(member, [run]);
  const facts = { ...form, run: runFactsOf(reader, wave, run) };
  const found = run.result as AnalysisResult | null;
  if (!found) return without(facts);
  const { outcomes, n, version = attuneVersion } = found;
  const analysedWaves = study.waves.filter(({ id }) => used.some(({ waveId }) => waveId === id));
  const withheld = dataWithheld(member, study, analysedWaves);
  const isSynthetic = frame.notes.origin === 'synthetic' || frame.notes.origin === 'mixed';
  const said = definition.present({ reader, analysed, params, outcomes, n });
  const cautions = isSynthetic ? [...said.cautions, reader.say('synthetic')] : said.cautions;
  const view = { ...said, cautions, methods: methodsOf(reader, said.methods, version) };
  const { instrument, instrumentId } = study;
  const on = current.wave.closesOn ?? run.computedAt?.toISOString().slice(0, 10) ?? today();
  const about = { instrument, instrumentId, on, isSynthetic };
  const source = { specification, outcomes, withheld, version, runId: run.id, ...about };
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
