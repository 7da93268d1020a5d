import type { z } from 'zod';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Chart } from '../../components/charts/chart-types.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { Step, StepOutcomes } from './steps.ts';

/** A number keeps its digits for files; a page shows the text. */
export type Cell = string | { text: string; value: number };

export type AnalysisTable = {
  /** Unique on the page; the file is named after it. */
  id: string;
  title: string;
  columns: readonly { key: string; label: string; numeric?: boolean }[];
  rows: readonly Readonly<Record<string, Cell>>[];
  notes?: readonly string[];
};

/** What an analysis says, in the reader's language. */
export type AnalysisView = {
  /** Plain sentences: what it means. */
  findings: readonly string[];
  /** What it does not mean. */
  notMeaning: string;
  /** What makes this result less certain than it looks. */
  cautions: readonly string[];
  charts: readonly Chart[];
  tables: readonly AnalysisTable[];
  /** For the methods section of a paper: estimator, variants, missing data, seed. */
  methods: readonly string[];
};

export type Field = {
  name: string;
  label: string;
  hint?: string;
  /** What is wrong with the value, which stays as it was typed. */
  error?: string | undefined;
  value: string;
} & (
  | {
      kind: 'select';
      options: readonly { value: string; label: string }[];
      /**
       * Understood though not offered, and giving way to the usual value: what another field chose
       * from before it was changed in the same form.
       */
      elsewhere?: readonly string[];
    }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'line' }
  | { kind: 'text' }
);

export type AnalysedScale = { id: string; title: string; items: readonly string[] };

export type AnalysedLevel = {
  level: string;
  n: number;
  /** Scales whose score is withheld of this level on the results pages. */
  hiddenScales: readonly string[];
};

/** A study as an analysis sees it: only groups whose figures may be shown are there. */
export type AnalysedStudy = {
  study: ResultsStudy;
  scales: readonly AnalysedScale[];
  /** Dimensions with at least two levels that are shown, with their respondents. */
  dimensions: readonly { id: string; levels: readonly AnalysedLevel[] }[];
  /** The waves as groups, for analyses that ask for them and studies that have two. */
  waves: { id: string; levels: readonly AnalysedLevel[] } | null;
};

export type Shown<Params> = {
  reader: AnalysisReader;
  analysed: AnalysedStudy;
  params: Params;
  outcomes: StepOutcomes;
  /** Answers in the table. */
  n: number;
};

export interface StudyAnalysis<Params> {
  /** What the address asks for. What is not understood becomes the default, and its field says so. */
  readParams: (analysed: AnalysedStudy, search: URLSearchParams) => Params;
  fields: (reader: AnalysisReader, analysed: AnalysedStudy, params: Params) => readonly Field[];
  /** Whether waves may be its groups. */
  acrossWaves?: true;
  /** Where groups' means of a scale are compared: refuted comparisons stay locked here as on other pages. */
  comparesMeans?: (params: Params) => { scaleId: string; dimension: string } | null;
  /** Dimensions whose level becomes a column of the table. */
  groups: (params: Params) => readonly string[];
  /** Nothing where this study cannot be analysed so, for a reason in words. */
  steps: (
    reader: AnalysisReader,
    analysed: AnalysedStudy,
    params: Params,
  ) => readonly Step[] | { notPossible: string };
  present: (shown: Shown<Params>) => AnalysisView;
}

/** The registry holds analyses of different parameters; each is only ever given its own. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyStudyAnalysis = StudyAnalysis<any>;

export type ParamsOf<Schema extends z.ZodType> = z.output<Schema>;
