import type { Chart } from '../../components/charts/chart-types.ts';
import type { StudyState } from '#db/schema/study.ts';
import {
  originNote,
  pilotLanguages,
  runFacts,
  studyTitle,
  type DataOriginNote,
  type RunFacts,
} from '../results/present-frame.ts';
import { suppressedText } from '../results/wording.ts';
import type { BoardReader } from './board-reader.server.ts';
import { cannotConclude } from './cannot-conclude.ts';
import type { StudyView } from './study-view.server.ts';

export type BoardFact = { term: string; value: string };

export type BoardStudy = {
  id: string;
  title: string;
  state: StudyState;
  pilotLanguages: string[];
  origin: DataOriginNote | null;
  wave: string | null;
  minimum: number;
  /** The oldest run that is not done: what the reader waits for. */
  run: RunFacts | null;
  content: 'shown' | 'computing' | 'below-minimum' | 'no-answers';
  facts: BoardFact[];
  charts: Chart[];
  cannot: string[];
};

function factsOf(reader: BoardReader, { study, progress }: StudyView): BoardFact[] {
  const { board, number, percent } = reader;
  const minimum = { term: board('facts.minimum'), value: number(study.minimumCellSize, 0) };
  if (!progress) return [minimum];
  const { invited, complete, rate } = progress;
  if (!complete.shown && complete.reason === 'counting') return [minimum];
  const counted = {
    term: board('facts.complete'),
    value: complete.shown
      ? number(complete.n, 0)
      : suppressedText(reader, complete.reason, study.minimumCellSize),
  };
  const response =
    rate === null
      ? []
      : [
          { term: board('facts.invited'), value: number(invited, 0) },
          { term: board('facts.rate'), value: percent(100 * rate) },
        ];
  return [counted, ...response, minimum];
}

function contentOf({ newest }: StudyView): BoardStudy['content'] {
  if (!newest) return 'no-answers';
  if (!newest.result) return 'computing';
  return newest.report ? 'shown' : 'below-minimum';
}

/** What the reader waits for: the oldest run of a wave that is not done, then a test of what may be compared. */
function waitedFor({ byWave, newest, comparability, seesWholeStudy, mayCompute }: StudyView) {
  const wave = byWave.find(({ run }) => run.state !== 'done');
  if (wave) return { current: wave, mayCompute };
  const tests = Object.values(comparability).flatMap(({ pending }) => pending ?? []);
  const test = tests.find(({ state }) => state === 'queued' || state === 'running');
  if (!test || !newest) return { current: newest, mayCompute };
  const run = { ...test, computedAt: newest.run.computedAt };
  return { current: { ...newest, run }, mayCompute: mayCompute && seesWholeStudy };
}

/** What every board page says of a study; the charts differ from page to page. */
export function presentBoardStudy(
  reader: BoardReader,
  view: StudyView,
  charts: readonly Chart[],
): BoardStudy {
  const { study, newest } = view;
  const content = contentOf(view);
  return {
    id: study.id,
    title: studyTitle(reader, study),
    state: study.state,
    pilotLanguages: pilotLanguages(study),
    origin: originNote(view.waves),
    wave: newest?.wave.name ?? null,
    minimum: study.minimumCellSize,
    run: runFacts(reader, waitedFor(view)),
    content,
    facts: factsOf(reader, view),
    charts: content === 'shown' ? [...charts] : [],
    cannot: content === 'shown' ? cannotConclude(reader, view) : [],
  };
}
