import type { Estimate, Interval, NotEstimableReason } from '../estimate.ts';
import type { MissingCounts } from '../psychometrics/missing-reasons.ts';
import type { SuppressionReason } from '../suppression/release.ts';

/** Nothing is said but why. */
export interface Withheld {
  readonly shown: false;
  readonly reason: SuppressionReason | NotEstimableReason;
}

/** Whole percents per option, in the order of the item's codes; they sum to 100. */
export interface Distribution {
  readonly shown: true;
  readonly n: number;
  readonly percents: readonly number[];
  readonly mean: number;
  readonly sd: Estimate;
}

/** An item over all respondents; moments are of the answer as given (before reverse-keying). */
export interface ItemReport {
  readonly id: string;
  readonly result:
    | (Distribution & {
        readonly missing: MissingCounts;
        /** Type 2 (G1, and G2 excess). */
        readonly skewness: Estimate;
        readonly kurtosis: Estimate;
        /** Whole percents at the lowest and the highest possible score. */
        readonly floorPercent: number;
        readonly ceilingPercent: number;
      })
    | Withheld;
}

/** n, mean and SD of a scale score; the interval is null when the SD cannot be estimated. */
export interface ScoreSummary {
  readonly shown: true;
  readonly n: number;
  readonly mean: number;
  readonly sd: Estimate;
  readonly interval: Interval | null;
}

export type AlphaReport =
  | {
      readonly ok: true;
      /** Complete cases on the scale's items. */
      readonly n: number;
      readonly alpha: number;
      /** Feldt 95 %. */
      readonly interval: Interval;
      readonly standardised: Estimate;
      /** Items that did not vary; they are in alpha, not dropped. */
      readonly zeroVarianceItems: readonly string[];
    }
  | { readonly ok: false; readonly reason: NotEstimableReason | SuppressionReason };

export interface ScaleItemReport {
  readonly id: string;
  readonly itemRestCorrelation: Estimate;
  readonly alphaIfDeleted: Estimate;
}

export interface ScaleReport {
  readonly id: string;
  readonly score: ScoreSummary | Withheld;
  readonly alpha: AlphaReport;
  /** Empty where alpha is withheld. */
  readonly items: readonly ScaleItemReport[];
}

export interface LevelReport {
  /** null: not stated. */
  readonly level: string | null;
  readonly respondents: { readonly shown: true; readonly n: number } | Withheld;
  /** In the order of the scales. */
  readonly scales: readonly { readonly id: string; readonly score: ScoreSummary | Withheld }[];
  /** In the order of the items. */
  readonly items: readonly { readonly id: string; readonly result: Distribution | Withheld }[];
}

export interface DimensionReport {
  readonly id: string;
  readonly levels: readonly LevelReport[];
}

/** Later minus earlier, over people scored both times. */
export interface ChangeSummary {
  readonly shown: true;
  readonly n: number;
  /** Pairs left out so that nobody who answered one wave only can be worked out. */
  readonly heldBack: number;
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly meanChange: number;
  readonly sdChange: number;
  readonly interval: Interval;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Standardised response mean: mean change / SD of change. */
  readonly standardisedResponseMean: number;
  /** Cohen's d_av: mean change / mean of the two SDs. */
  readonly dAv: Estimate;
}

export interface ScaleChangeReport {
  readonly id: string;
  readonly change: ChangeSummary | Withheld;
}

export type ReadinessReport =
  | { readonly ok: false; readonly reason: 'below-minimum' | 'stopped' }
  | {
      readonly ok: true;
      readonly n: number;
      readonly minimumCellSize: number;
      readonly items: readonly ItemReport[];
      readonly scales: readonly ScaleReport[];
      readonly dimensions: readonly DimensionReport[];
      /** null where no pairs were given. */
      readonly changes: readonly ScaleChangeReport[] | null;
    };
