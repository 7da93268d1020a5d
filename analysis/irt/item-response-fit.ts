import type { ModelAtNodes } from './marginal-likelihood.ts';
import type { MarginalModel } from './marginal-model.ts';
import type { TraitItem } from '../numeric/modal-trait.ts';
import type { ResponsePatterns } from './response-patterns.ts';

/** A fitted one-group model, as scores, information and fit statistics need it. */
export interface ItemResponseFit {
  readonly responses: ResponsePatterns;
  readonly model: MarginalModel;
  readonly parameters: Float64Array;
  /** Item by item with its own parameters. */
  readonly items: readonly TraitItem[];
  /** At the quadrature points, with the latent weights. */
  readonly at: ModelAtNodes;
  readonly weights: Float64Array;
  /** All categories × Q. */
  readonly probability: Float64Array;
  readonly variance: number;
  readonly logLik: number;
  readonly iterations: number;
}
