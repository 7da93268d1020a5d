import type { Member } from '#db/actor.server.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { today } from '../../../today.ts';
import { attuneVersion } from '../../../version.ts';
import { filterSchema } from '../../results/page-params.ts';
import { loadChange } from '../../results/load-change.server.ts';
import { pairedSteps } from '../../results/paired-steps.ts';
import type { AnalysisSpecification } from '../../results/specification.ts';
import { emptyPage, type LoadedAnalysis } from '../analysis-page.ts';
import { methodsOf } from '../methods-of.ts';
import type { AnalysisReader } from '../reader.server.ts';
import { dataWithheld } from '../reproduce/data-withheld.ts';
import { reproducedNumbers } from '../reproduce/r-script.ts';
import type { StepOutcomes } from '../steps.ts';
import { changeView } from './change-view.ts';

/** What may be told, in the order of the scales. */
function openOutcomes(
  { scales }: Instrument,
  outcomes: StepOutcomes,
  locked: ReadonlyMap<string, string>,
): StepOutcomes {
  return Object.fromEntries(
    scales.flatMap(({ id }) => {
      const outcome = locked.has(id) ? undefined : outcomes[id];
      return outcome ? [[id, outcome]] : [];
    }),
  );
}

/**
 * Change of the same people as an analysis: the run, the pairs and the locks are those of the page of change,
 * so that no file says what that page withholds.
 */
export async function loadChangeAnalysis(
  member: Member,
  reader: AnalysisReader,
  studyId: string,
): Promise<LoadedAnalysis> {
  const filter = filterSchema.parse({});
  const { frame, refusal, waves, found } = await loadChange(member, reader, studyId, filter);
  const nothing = { ...emptyPage, frame };
  if (refusal !== null) {
    const isWaiting = refusal === 'waves-not-ready' || frame.content === 'no-answers';
    const notPossible = isWaiting ? null : reader.t(`change.refusedReason.${refusal}`);
    return { page: { ...nothing, notPossible }, source: null };
  }
  if (!found || !waves) return { page: nothing, source: null };
  const { view, result, comparability } = found;
  const { study, before, after, run } = view;
  if (!result.outcomes) {
    return {
      page: { ...nothing, notPossible: reader.t('suppressed.complementary') },
      source: null,
    };
  }
  const { locked, cautions } = comparability;
  const outcomes = openOutcomes(study.instrument, result.outcomes, locked);
  const specification: AnalysisSpecification = {
    ...{ kind: 'analysis', analysis: 'change', waveId: after.id, otherWaveIds: [before.id] },
    ...{ minimumCellSize: study.minimumCellSize, groups: [] },
    steps: pairedSteps(Object.keys(outcomes)),
  };
  const { origin } = frame.notes;
  const isSynthetic = origin === 'synthetic' || origin === 'mixed';
  const withheld = dataWithheld(member, study, [before, after]);
  const { instrument, instrumentId } = study;
  const on = after.closesOn ?? run.computedAt?.toISOString().slice(0, 10) ?? today();
  const numbers = reproducedNumbers(specification.steps, outcomes);
  const version = result.version ?? attuneVersion;
  const about = { study, result, outcomes, waves, locked, cautions, isSynthetic };
  const said = changeView(reader, about);
  return {
    page: {
      ...nothing,
      view: { ...said, methods: methodsOf(reader, said.methods, version) },
      reproduction: { withheld, numbers },
    },
    source: {
      ...{ specification, outcomes, withheld, runId: run.id, instrumentId, instrument },
      ...{ isSynthetic, on, version },
    },
  };
}
