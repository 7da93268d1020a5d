import type { Confusion } from '#analysis/monitoring/performance/confusion.ts';

/** Bins of a tenth of the risk: counts alone leave the hospital. */
export type ScoreHistogram = {
  edges: number[];
  positives: number[];
  negatives: number[];
  unlabelled: number[];
  /** Σ p of labelled cases in each bin. */
  sumP: number[];
};

/** What a system was given, in bins, with how often it was not there or could not be. */
export type InputHistogram = {
  name: string;
  edges: number[];
  counts: number[];
  missing: number;
  outOfRange: number;
};

/** One deployment, month and group, as it would be sent in. Synthetic. */
export type SyntheticRecord = {
  system: string;
  synthetic: true;
  /** From 0. */
  month: number;
  /** First days of the month and of the one after it, YYYY-MM-DD. */
  start: string;
  end: string;
  /** 'overall', 'reference', or the name of the group. */
  group: string;
  eligible: number;
  scored: number;
  abstained: number;
  labelled: number;
  labelsMatureAt: string;
  confusion: Confusion & { threshold: number };
  scores: ScoreHistogram;
  /** Null: nobody saw it. */
  human: { shown: number; accepted: number; overridden: number } | null;
  operations: { scheduledMinutes: number; downMinutes: number };
  audit: { sampled: number; fabrications: number } | null;
  input: InputHistogram | null;
};
