/**
 * The matrices of a structural model in one group, all row-major: y = ν + Λ η + ε, η = α + B η + ζ.
 * An ordered item has thresholds τ of its latent response and a scaling factor δ.
 */
export interface ModelMatrices {
  /** Number of items, number of factors. */
  readonly p: number;
  readonly m: number;
  /** Λ, p × m */
  readonly loadings: Float64Array;
  /** Θ = cov(ε), p × p, symmetric */
  readonly residuals: Float64Array;
  /** Ψ = cov(ζ), m × m, symmetric */
  readonly latent: Float64Array;
  /** B, m × m: row regressed on column */
  readonly regressions: Float64Array;
  /** ν, p */
  readonly intercepts: Float64Array;
  /** α, m */
  readonly latentMeans: Float64Array;
  /** τ of all ordered items one after the other */
  readonly thresholds: Float64Array;
  /** δ, p; 1 for continuous items */
  readonly scaling: Float64Array;
}

/** The matrices an element can stand in, by their code in `Elements.matrix`. */
export const matrixNames = [
  'loadings',
  'residuals',
  'latent',
  'regressions',
  'intercepts',
  'latentMeans',
  'thresholds',
  'scaling',
] as const;

export type MatrixName = (typeof matrixNames)[number];

/** Cells of a group's matrices that depend on parameters; a symmetric pair is one element. */
export interface Elements {
  readonly count: number;
  /** Index in `matrixNames`. */
  readonly matrix: Uint8Array;
  readonly row: Int32Array;
  /** 0 for vectors. */
  readonly column: Int32Array;
  /** Index of the parameter; several elements may share one. */
  readonly parameter: Int32Array;
}
