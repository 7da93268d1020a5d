import type { Estimate, NotEstimable } from '../estimate.ts';
import { DomainError } from '../errors.ts';
import { completeRows } from '../table/complete-rows.ts';
import { itemMatrix, type ItemMatrix, type ItemSelection } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';
import { empiricalReliability } from './empirical-reliability.ts';
import {
  limitedInformationFit,
  type LimitedInformationFit,
} from './fit/limited-information-fit.ts';
import { orlandoThissenTest, type OrlandoThissenTest } from './fit/orlando-thissen-test.ts';
import { residualCorrelations, type LocalDependence } from './fit/residual-correlations.ts';
import { fitItemResponseModel, type ItemResponseSpecification } from './fit-item-response-model.ts';
import type { Controls } from './fit-marginal-model.ts';
import { itemInformation } from './item-information.ts';
import { itemParameters, type ItemParameters } from './item-parameters.ts';
import type { ItemResponseFit } from './item-response-fit.ts';
import { parameterCovariance } from './parameter-covariance.ts';
import { responsePatterns } from './response-patterns.ts';
import { traitScores, type TraitScores } from './trait-scores.ts';

export interface QuadratureOptions {
  readonly points?: number | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export interface ItemResponseOptions extends ItemSelection {
  readonly quadrature?: QuadratureOptions | undefined;
  readonly confidenceLevel?: number | undefined;
  /** Default: missing answers are left out of the likelihood. */
  readonly missing?: 'full-information' | 'listwise' | undefined;
  /** Where information and category probabilities are tabulated; default −4 to 4 by .5. */
  readonly traitLevels?: readonly number[] | undefined;
}

export interface ItemResponseReport {
  readonly ok: true;
  readonly n: number;
  readonly nWithoutAnswers: number;
  readonly distinctPatterns: number;
  readonly freeParameters: number;
  readonly logLik: number;
  readonly aic: number;
  readonly bic: number;
  readonly iterations: number;
  readonly quadraturePoints: number;
  readonly confidenceLevel: number;
  readonly items: readonly ItemParameters[];
  readonly information: {
    readonly theta: readonly number[];
    /** Per item, in their order: one number a θ. */
    readonly items: readonly (readonly number[])[];
    readonly test: readonly number[];
  };
  /** Per item: levels × categories. */
  readonly categoryProbabilities: readonly (readonly (readonly number[])[])[];
  readonly empiricalReliability: Estimate;
  /** C2 and indices. */
  readonly overallFit: LimitedInformationFit | NotEstimable;
  /** S-X² of each item, in their order. */
  readonly itemFit: readonly (OrlandoThissenTest | NotEstimable)[];
  /** Q3 of each pair. */
  readonly localDependence: LocalDependence;
  /** Respondents with an answer, in the order of the rows (from 0). */
  readonly scores: { readonly rows: readonly number[] } & TraitScores;
  readonly warnings: readonly ItemResponseWarning[];
}

export interface ItemResponseWarning {
  readonly code:
    | 'no-standard-errors'
    | 'negative-slope'
    | 'sparse-category'
    | 'small-sample'
    | 'unused-category'
    | 'steep-slope';
  readonly item?: string;
}

/** Fewer answers than this leave a threshold nearly without information. */
const SPARSE = 10;
/** A slope above this (a reliability near 1 of one item) comes from items that repeat each other or from empty cells. */
const STEEP = 6;
/** Below this many respondents slopes are unstable (Reise & Yu 1990, https://doi.org/10.1111/j.1745-3984.1990.tb00738.x). */
const SMALL_SAMPLE = 500;

function byRespondent({ patternOfRow }: ItemResponseFit['responses'], scores: TraitScores) {
  const rows = [...patternOfRow.keys()].filter((row) => (patternOfRow[row] ?? -1) >= 0);
  const spread = (values: Float64Array) =>
    Float64Array.from(rows, (row) => values[patternOfRow[row] ?? 0] ?? NaN);
  const { eap, eapSe, map, mapSe } = scores;
  return { rows, eap: spread(eap), eapSe: spread(eapSe), map: spread(map), mapSe: spread(mapSe) };
}

function warningsOf(
  items: readonly ItemParameters[],
  n: number,
  hasErrors: boolean,
): ItemResponseWarning[] {
  const gap = ({ categories }: ItemParameters) =>
    categories.every(Number.isInteger) &&
    (categories.at(-1) ?? 0) - (categories[0] ?? 0) >= categories.length;
  const about = (code: ItemResponseWarning['code'], is: (item: ItemParameters) => boolean) =>
    items.filter(is).map(({ item }) => ({ code, item }));
  return [
    ...(hasErrors ? [] : [{ code: 'no-standard-errors' as const }]),
    ...(n < SMALL_SAMPLE ? [{ code: 'small-sample' as const }] : []),
    ...about('negative-slope', ({ slope }) => slope.estimate < 0),
    ...about('steep-slope', ({ slope }) => Math.abs(slope.estimate) > STEEP),
    ...about('sparse-category', ({ counts }) => counts.some((count) => count < SPARSE)),
    ...about('unused-category', gap),
  ];
}

function informationTable(fit: ItemResponseFit, theta: readonly number[]) {
  const cells = fit.items.map((item) => theta.map((level) => itemInformation(item, level)));
  const items = cells.map((row) => row.map(({ information }) => information));
  return {
    information: {
      theta,
      items,
      test: theta.map((_, t) => items.reduce((sum, row) => sum + (row[t] ?? 0), 0)),
    },
    categoryProbabilities: cells.map((row) => row.map(({ probabilities }) => [...probabilities])),
  };
}

/** The answers a model is fitted to. */
export function answersFor(table: Table, options: ItemResponseOptions): ItemMatrix {
  const matrix = itemMatrix(table, options);
  return options.missing === 'listwise' ? completeRows(matrix) : matrix;
}

export const usualTraitLevels = Array.from({ length: 17 }, (_, t) => t / 2 - 4);

/**
 * What every item response model of one group reports: parameters, information, scores, reliability.
 *
 * AIC = −2ℓ + 2p, BIC = −2ℓ + p log n.
 *
 * @param matrix n × k answers; missing is NaN.
 * @param specification the items' model with how its thresholds follow from its intercepts.
 * @param options confidence level, trait levels.
 * @param controls progress.
 * @returns the report and the fit it is made of, or the reason there is none.
 * @remarks Missing data: as the options say; respondents without any answer are counted apart.
 * @throws DomainError 'outside-unit-interval' for the confidence level.
 * @see Bock, R. D., Aitkin, M. (1981). https://doi.org/10.1007/BF02293801. Reference values: mirt 1.38.1.
 */
export function reportItemResponse(
  matrix: ItemMatrix,
  specification: ItemResponseSpecification & {
    readonly thresholdOf: 'intercept' | 'step';
    readonly hasSlope: boolean;
  },
  options: Pick<ItemResponseOptions, 'confidenceLevel' | 'traitLevels'>,
  controls: Controls = {},
):
  | { readonly ok: true; readonly report: ItemResponseReport; readonly fit: ItemResponseFit }
  | NotEstimable {
  const { confidenceLevel = 0.95, traitLevels = usualTraitLevels } = options;
  if (!(confidenceLevel > 0 && confidenceLevel < 1)) {
    throw new DomainError('outside-unit-interval', { value: confidenceLevel });
  }
  const responses = responsePatterns(matrix);
  const fit = fitItemResponseModel(responses, specification, controls);
  if (!fit.ok) return fit;
  const covariance = parameterCovariance(fit);
  const items = itemParameters(fit, covariance, { ...specification, confidenceLevel });
  const scores = traitScores(fit);
  const { n } = responses;
  const { logLik, parameters, iterations } = fit;
  const report: ItemResponseReport = {
    ok: true,
    ...{ n, nWithoutAnswers: matrix.n - n, distinctPatterns: responses.counts.length },
    ...{ freeParameters: parameters.length, logLik },
    aic: -2 * logLik + 2 * parameters.length,
    bic: -2 * logLik + parameters.length * Math.log(n),
    ...{ iterations, quadraturePoints: specification.nodes.length, confidenceLevel, items },
    ...informationTable(fit, traitLevels),
    empiricalReliability: empiricalReliability(scores.eap, scores.eapSe, responses.counts),
    overallFit: limitedInformationFit(fit),
    itemFit: orlandoThissenTest(fit),
    localDependence: residualCorrelations(fit, scores.eap),
    scores: byRespondent(responses, scores),
    warnings: warningsOf(items, n, covariance.ok),
  };
  return { ok: true, report, fit };
}
