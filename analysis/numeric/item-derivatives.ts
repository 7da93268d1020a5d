/** An item's categories at Q points of the latent trait. */
export interface ItemDerivatives {
  /** K × Q: P(category c | θ_q). */
  readonly probability: Float64Array;
  /** K × Q × m: ∂ log P / ∂ parameters. */
  readonly score: Float64Array;
  /** K × Q × m × m: ∂² log P / ∂ parameters²; empty when not asked for. */
  readonly curvature: Float64Array;
}

/** How an item's categories depend on the latent trait. */
export interface ItemModel {
  /** Number of free parameters of an item with so many categories. */
  readonly size: (categories: number) => number;
  /** Undefined where the parameters are outside their domain. */
  readonly derivatives: (
    parameters: Float64Array,
    categories: number,
    nodes: Float64Array,
    withCurvature: boolean,
  ) => ItemDerivatives | undefined;
  /** At one θ, per category c: P_c, ∂ log P_c/∂θ, ∂² log P_c/∂θ² at out[3c] … out[3c + 2]. */
  readonly trait: (
    parameters: Float64Array,
    categories: number,
    theta: number,
    out: Float64Array,
  ) => void;
}

export function emptyItemDerivatives(
  categories: number,
  points: number,
  size: number,
  withCurvature: boolean,
): ItemDerivatives {
  const cells = categories * points;
  return {
    probability: new Float64Array(cells),
    score: new Float64Array(cells * size),
    curvature: new Float64Array(withCurvature ? cells * size * size : 0),
  };
}
