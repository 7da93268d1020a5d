import type { Language, LocalText } from '#surveys/model/languages.ts';

/**
 * Who took part, in numbers that describe nobody: a language with fewer people than the panel's minimum
 * has no number, and the total leaves out whoever could be found by subtracting.
 */
export type JobPeople = {
  total: number;
  byLanguage: { language: Language; people: number }[];
  /** Languages in which fewer took part. */
  withheld: Language[];
};

export type JobFinding = {
  itemId: string;
  language: Language;
  problem: string;
  resolution: string;
};

type Published = {
  people: JobPeople;
  roundNumber: number;
  /** The words themselves stay in the contribution: they are gone when it is withdrawn. */
  quoteIds: string[];
};

export type DebriefingContent = Published & {
  job: 'debriefing';
  instrumentId: string;
  instrumentVersionId: string;
  versionNumber: number;
  versionHash: string;
  title: LocalText;
  items: { id: string; wording: LocalText }[];
  findings: JobFinding[];
};

export type ReviewContent = Published & {
  job: 'review';
  name: string;
  /** As it was read. */
  text: LocalText;
  changed: LocalText;
};

export type MarginContent = Published & {
  job: 'margin';
  metric: string;
  unit: 'percentage-points';
  low: number;
  high: number;
  question: LocalText;
  median: number;
  /** Half of the answers lie between these. */
  middleHalf: [number, number];
};

/** The result of a job, as it was published; never changed. */
export type JobContent = DebriefingContent | ReviewContent | MarginContent;
