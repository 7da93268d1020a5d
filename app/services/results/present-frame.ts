import type { RunState } from '#db/schema/analysis-run.ts';
import { isPilotLanguage } from '#surveys/model/publishable.ts';
import { languageNames, languageSchema } from '../../i18n/locales.ts';
import { localText } from '#surveys/model/languages.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Surroundings } from './get-surroundings.server.ts';
import type { WaveWithData } from './internal.server.ts';
import { groupValue, type ResultsFilter } from './page-params.ts';
import type { Reader } from './reader.server.ts';
import type { WaveView } from './wave-view.server.ts';
import { dimensionLabel, levelLabel } from './wording.ts';

export const dataOriginNotes = ['synthetic', 'mixed', 'imported'] as const;
export type DataOriginNote = (typeof dataOriginNotes)[number];

export type RunFacts = {
  id: string;
  state: RunState;
  percent: string;
  /** When the result below was computed; null while there is none. */
  computedOn: string | null;
  mayCompute: boolean;
};

export type StudyNotes = {
  pilotLanguages: string[];
  origin: DataOriginNote | null;
  minimum: number;
  /** Newer answers are not counted yet; how many would tell who they are from. */
  isWaiting: boolean;
  hasKept: boolean;
  /** The reader sees some of the study's sites, and figures of these sites alone. */
  isConfined: boolean;
};

export type ResultsFrame = {
  surroundings: Surroundings;
  study: { id: string; title: string };
  wave: { number: number; name: string } | null;
  waves: { number: number; name: string }[];
  filters: { label: string; options: { value: string; label: string }[] }[];
  group: { value: string; label: string } | null;
  run: RunFacts | null;
  notes: StudyNotes;
  /** Whether there is anything to show, and if not why. */
  content: 'shown' | 'computing' | 'below-minimum' | 'no-answers';
};

export function originNote(waves: readonly WaveWithData[]): DataOriginNote | null {
  const origins = new Set(waves.flatMap(({ data }) => data.origins));
  if (origins.has('synthetic')) return origins.size === 1 ? 'synthetic' : 'mixed';
  return origins.has('imported') ? 'imported' : null;
}

/** Languages of the study whose wording nobody has checked. */
export function pilotLanguages(study: ResultsStudy): string[] {
  return study.languages.flatMap((tag) => {
    const language = languageSchema.safeParse(tag);
    if (!language.success || !isPilotLanguage(study.instrument, language.data)) return [];
    return [languageNames[language.data]];
  });
}

export function studyTitle(reader: Reader, study: ResultsStudy): string {
  return localText(study.title, reader.language, study.instrument.sourceLanguage);
}

export function runFacts(
  reader: Reader,
  view: Pick<WaveView, 'current' | 'mayCompute'>,
): RunFacts | null {
  const run = view.current?.run;
  if (!run) return null;
  return {
    id: run.id,
    state: run.state,
    percent: reader.percent(100 * run.progress),
    computedOn: run.computedAt ? reader.date(run.computedAt) : null,
    mayCompute: view.mayCompute,
  };
}

function filtersOf(reader: Reader, { study, report }: WaveView): ResultsFrame['filters'] {
  return (report?.dimensions ?? []).map(({ id, levels }) => ({
    label: dimensionLabel(reader, id),
    options: levels
      .filter(({ respondents }) => respondents.shown)
      .map(({ level }) => ({
        value: groupValue({ dimension: id, level }),
        label: levelLabel(reader, study, id, level),
      })),
  }));
}

function contentOf({ current, result, report }: WaveView): ResultsFrame['content'] {
  if (!current) return 'no-answers';
  if (!result) return 'computing';
  return report ? 'shown' : 'below-minimum';
}

/** What surrounds every results page: which wave and people, what is not certain about them. */
export function presentFrame(reader: Reader, view: WaveView, filter: ResultsFilter): ResultsFrame {
  const { study, waves, current, result } = view;
  const { group } = filter;
  return {
    surroundings: view.surroundings,
    study: { id: study.id, title: studyTitle(reader, study) },
    wave: current && { number: current.wave.number, name: current.wave.name },
    waves: waves.map(({ number, name }) => ({ number, name })),
    filters: filtersOf(reader, view),
    group: group && {
      value: groupValue(group),
      label: levelLabel(reader, study, group.dimension, group.level),
    },
    run: runFacts(reader, view),
    notes: {
      pilotLanguages: pilotLanguages(study),
      origin: originNote(waves),
      minimum: study.minimumCellSize,
      isWaiting: (result?.waiting ?? 0) > 0,
      hasKept: Object.values(result?.kept ?? {}).some((levels) => levels.length > 0),
      isConfined: !view.seesWholeStudy,
    },
    content: contentOf(view),
  };
}
