import type { Matrix } from 'ml-matrix';
import type { NotEstimable } from '../../estimate.ts';

export const extractionMethods = ['minres', 'ml', 'paf'] as const;

/** Minimum residuals (unweighted least squares), maximum likelihood, principal axis. */
export type ExtractionMethod = (typeof extractionMethods)[number];

export type Extraction =
  | {
      readonly ok: true;
      /** p × q, unrotated: principal axes of the solution, columns by falling sum of squares. */
      readonly loadings: Matrix;
      /** ψ_i, one per item. */
      readonly uniquenesses: Float64Array;
      readonly iterations: number;
      /** Items whose uniqueness lies at the lower bound: Heywood cases. */
      readonly heywood: readonly number[];
    }
  | NotEstimable;
