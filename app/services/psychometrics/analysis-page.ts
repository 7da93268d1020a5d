import type { Instrument } from '#surveys/model/instrument.ts';
import type { ResultsFrame, RunFacts } from '../results/present-frame.ts';
import type { AnalysisSpecification } from '../results/specification.ts';
import type { AnalysisId } from './analysis-ids.ts';
import type { DataWithheld } from './reproduce/data-withheld.ts';
import type { StepOutcomes } from './steps.ts';
import type { AnalysisView, Field } from './study-analysis.ts';

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
  /** Of Attune, when it was computed. */
  version: string;
  runId: string;
  instrumentId: string;
  instrument: Instrument;
  /** Some of the answers were invented. */
  isSynthetic: boolean;
  /** The day of the data: when the wave closed, or the computation while it is open. */
  on: string;
};

export type AnalysisRequest = { studyId: string; analysis: AnalysisId; search: URLSearchParams };

/** A page with what it was made of; nothing while it has no result. */
export type LoadedAnalysis = { page: AnalysisPage; source: AnalysisSource | null };

/** The page before there is anything to say. */
export const emptyPage = {
  fields: [],
  run: null,
  view: null,
  notPossible: null,
  reproduction: null,
  evidence: null,
} as const satisfies Omit<AnalysisPage, 'frame'>;
