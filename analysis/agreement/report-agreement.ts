import type { Estimate, Interval } from '../estimate.ts';
import { seededGenerator } from '../numeric/seeded-generator.ts';
import type { Table } from '../table/table.ts';
import { coincidencesOf } from './coincidences-of.ts';
import { cohenKappa, type CohenKappa } from './cohen-kappa.ts';
import { fleissKappa, type FleissKappa } from './fleiss-kappa.ts';
import { gwetAc1, type GwetAc1 } from './gwet-ac1.ts';
import { kendallW, type KendallW } from './kendall-w.ts';
import {
  krippendorffAlpha,
  krippendorffMetrics,
  type KrippendorffMetric,
} from './krippendorff-alpha.ts';
import { krippendorffIntervals } from './krippendorff-intervals.ts';
import { ratingCounts } from './rating-counts.ts';
import type { Ratings } from './ratings.ts';
import { readRatings, type RatingSelection } from './read-ratings.ts';
import { selectRatings } from './select-ratings.ts';

export interface AgreementOptions extends RatingSelection {
  /** Confidence level in (0, 1). */
  readonly level: number;
  /** Bootstrap draws for Krippendorff's alpha; none: no interval. */
  readonly draws: number;
  readonly seed: number;
}

export type KrippendorffReport = {
  readonly alpha: Estimate;
  /** Bootstrap over units. */
  readonly interval: Interval | undefined;
};

/** By metric; interval and ratio for numbers only. */
export type KrippendorffReports = Readonly<Partial<Record<KrippendorffMetric, KrippendorffReport>>>;

export interface PairAgreement {
  readonly first: string;
  readonly second: string;
  /** Units that every rater rated. */
  readonly n: number;
  /** Share of units put into the same category; null without units. */
  readonly percentAgreement: number | null;
  readonly kappa: {
    readonly unweighted: CohenKappa;
    readonly linear: CohenKappa;
    readonly quadratic: CohenKappa;
  };
  /** Prevalence- and bias-adjusted kappa, (q p_o − 1)/(q − 1); null without units or with one category. */
  readonly pabak: number | null;
  readonly gwetAc1: GwetAc1;
  /** Of all units both of the pair rated. */
  readonly krippendorff: KrippendorffReports;
}

export interface AgreementReport {
  readonly nUnits: number;
  readonly nComplete: number;
  readonly missing: 'complete units, except Krippendorff and AC1 of all raters: every pairable rating';
  readonly level: number;
  readonly raters: readonly string[];
  readonly categories: readonly string[];
  readonly pairs: readonly PairAgreement[];
  readonly fleissKappa: FleissKappa;
  readonly kendallW: KendallW;
  readonly gwetAc1: GwetAc1;
  readonly krippendorff: KrippendorffReports;
}

function krippendorffOf(ratings: Ratings, options: AgreementOptions): KrippendorffReports {
  const { draws, level, seed } = options;
  const q = ratings.categories.length;
  const counts = ratingCounts(ratings);
  const values = ratings.values ?? new Float64Array(q);
  const metrics = krippendorffMetrics.slice(0, ratings.values ? 4 : 2);
  const coincidences = coincidencesOf(counts, q);
  const generator = seededGenerator(seed);
  const intervals = krippendorffIntervals(counts, metrics, values, { draws, level, generator });
  return Object.fromEntries(
    metrics.map((metric, place) => [
      metric,
      { alpha: krippendorffAlpha(coincidences, metric, values), interval: intervals[place] },
    ]),
  );
}

function pairOf(
  ratings: Ratings,
  first: number,
  second: number,
  options: AgreementOptions,
): PairAgreement {
  const complete = selectRatings(ratings, [first, second], true);
  const q = ratings.categories.length;
  const table = new Float64Array(q * q);
  for (let unit = 0; unit < complete.n; unit += 1) {
    const cell = (complete.codes[2 * unit] ?? 0) * q + (complete.codes[2 * unit + 1] ?? 0);
    table[cell] = (table[cell] ?? 0) + 1;
  }
  const { n, raters } = complete;
  const same = table.reduce((sum, count, cell) => sum + (cell % (q + 1) === 0 ? count : 0), 0);
  const { level } = options;
  return {
    ...{ first: raters[0] ?? '', second: raters[1] ?? '', n },
    percentAgreement: n > 0 ? same / n : null,
    kappa: {
      unweighted: cohenKappa(table, 'unweighted', level),
      linear: cohenKappa(table, 'linear', level),
      quadratic: cohenKappa(table, 'quadratic', level),
    },
    pabak: n > 0 && q > 1 ? ((q * same) / n - 1) / (q - 1) : null,
    gwetAc1: gwetAc1(ratingCounts(complete), q, level),
    krippendorff: krippendorffOf(selectRatings(ratings, [first, second], false), options),
  };
}

/**
 * Agreement of two or more raters: of each pair, and of all.
 *
 * See the functions composed.
 *
 * @param table named columns; rows units.
 * @param options raters, categories in their order, confidence level, bootstrap.
 * @returns coefficients, 1 perfect, 0 chance. To be reported by default: quadratic kappa for two raters of ordered
 *   categories, Krippendorff's alpha otherwise; AC1 beside kappa where one category is very common.
 * @remarks Missing data: kappa, Fleiss and Kendall use units every rater rated; Krippendorff, and AC1 of all raters,
 *   every pairable rating. Linear and quadratic kappa, Kendall and ordinal alpha take the categories in the order
 *   given.
 * @throws DomainError as `readRatings`.
 * @see Gwet, K. L. (2014). Handbook of Inter-Rater Reliability (4th ed.). Reference values: irr 0.84.1, psych 2.2.9.
 */
export function reportAgreement(table: Table, options: AgreementOptions): AgreementReport {
  const ratings = readRatings(table, options);
  const { raters, categories } = ratings;
  const everyone = raters.map((_, rater) => rater);
  const complete = selectRatings(ratings, everyone, true);
  const q = categories.length;
  const counts = ratingCounts(complete);
  const scores = everyone.map((rater) =>
    Float64Array.from(complete.codes.filter((_, cell) => cell % raters.length === rater)),
  );
  return {
    ...{ nUnits: ratings.n, nComplete: complete.n, level: options.level, raters, categories },
    missing: 'complete units, except Krippendorff and AC1 of all raters: every pairable rating',
    pairs: everyone.flatMap((first) =>
      everyone.slice(first + 1).map((second) => pairOf(ratings, first, second, options)),
    ),
    fleissKappa: fleissKappa(counts, q),
    kendallW: kendallW(scores),
    gwetAc1: gwetAc1(ratingCounts(ratings), q, options.level),
    krippendorff: krippendorffOf(ratings, options),
  };
}
