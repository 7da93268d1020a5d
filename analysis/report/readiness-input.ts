export const scaleTransforms = ['mean', 'sum', 'percent-of-maximum'] as const;

export interface ReadinessItem {
  readonly id: string;
  /** Legal codes ≥ 0, in the order of the options. */
  readonly codes: readonly number[];
  /** Score of each code after reverse-keying: scales, alpha and item-rest r. */
  readonly scores: readonly number[];
  /** Score of each code as answered, before reverse-keying: item mean, SD, … Default: `scores`. */
  readonly answerScores?: readonly number[];
}

export interface ReadinessScale {
  readonly id: string;
  readonly itemIndexes: readonly number[];
  readonly minimumAnswered: number;
  readonly transform: (typeof scaleTransforms)[number];
  /** false: every item must be answered. */
  readonly prorate: boolean;
}

export interface ReadinessDimension {
  readonly id: string;
  readonly levels: readonly string[];
  /** One per row: index into `levels`; negative = not stated, reported as the level null. */
  readonly index: Int16Array;
}

/** Answers of the same people in two waves. */
export interface ReadinessPairs {
  /** The dimension whose levels are the waves. */
  readonly dimension: string;
  /** Row of the earlier answer, row of the later answer; one element per pair. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

export interface ReadinessInput {
  readonly items: readonly ReadinessItem[];
  /**
   * n × k, row-major; rows respondents, columns items. ≥ 0 an option's code; −1 not shown,
   * −2 skipped, −3 prefer not to say, −4 not applicable, −5 don't know.
   */
  readonly codes: Int16Array;
  readonly scales: readonly ReadinessScale[];
  readonly dimensions: readonly ReadinessDimension[];
  readonly pairs?: ReadinessPairs;
  readonly minimumCellSize: number;
}

export interface ReadinessControls {
  /** Called with the share of the work done, in [0, 1], ascending. */
  readonly onProgress?: (share: number) => void;
  /** Asked between chunks; true ends the run with { ok: false, reason: 'stopped' }. */
  readonly shouldStop?: () => boolean;
}
