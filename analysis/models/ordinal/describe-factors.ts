import { categoricalOmega } from './categorical-omega.ts';
import type { OrdinalEstimate } from './estimate-ordinal.ts';
import type { ListedEstimate } from './list-estimates.ts';

/** How well a factor's ordered items measure it. */
export interface OrdinalFactor {
  readonly name: string;
  readonly items: readonly string[];
  /** Mean squared standardised loading. */
  readonly averageVarianceExtracted: number;
  /** (Σλ)² / ((Σλ)² + Σ(1 − λ²)), standardised: of the unobserved responses. */
  readonly compositeReliability: number;
  /** Of the sum of the answers (Green & Yang), over observed and over model-implied variance. */
  readonly categoricalOmega: number;
  readonly categoricalOmegaModelVariance: number;
  /** AVE above every squared correlation with another factor (Fornell–Larcker). */
  readonly isDiscriminated: boolean;
}

/** Square of the correlation matrix of some items. */
function sub(matrix: Float64Array, width: number, items: readonly number[]): Float64Array {
  return Float64Array.from(items.flatMap((i) => items.map((j) => matrix[i * width + j] ?? NaN)));
}

/**
 * Reliability and convergent and discriminant validity of the factors of a model of ordered items.
 *
 * AVE = Σλ²/k, CR, categorical ω (`categoricalOmega`), Fornell–Larcker; factors without items are left out.
 *
 * @param estimate of the model, one group.
 * @param estimates what `listEstimates` makes of it.
 * @returns factors with items of their own, and their correlations (row-major).
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Fornell, C., Larcker, D. F. (1981). https://doi.org/10.1177/002224378101800104; Green, S. B., Yang, Y.
 *   (2009). https://doi.org/10.1007/s11336-008-9099-3. Reference values: semTools 0.5-6.
 */
export function describeFactors(
  estimate: OrdinalEstimate,
  estimates: readonly ListedEstimate[],
): { factors: OrdinalFactor[]; correlations: Float64Array } {
  const { model, data, state } = estimate;
  const p = model.items.length;
  const m = model.factors.length;
  const [group] = state.groups;
  const [sample] = data.groups;
  const scales = group?.scales ?? new Float64Array();
  const latent = group?.directions.latentCovariance ?? new Float64Array();
  const covariance = group?.moments.covariance ?? new Float64Array();
  const at = (matrix: Float64Array, i: number, j: number, width: number) =>
    matrix[i * width + j] ?? NaN;
  const implied = Float64Array.from({ length: p * p }, (_, cell) => {
    const [i, j] = [Math.trunc(cell / p), cell % p];
    return i === j ? 1 : (covariance[cell] ?? NaN) * (scales[i] ?? NaN) * (scales[j] ?? NaN);
  });
  const owners = model.factors.flatMap((name, factor) => {
    const own = estimates.filter(({ lhs, op, rhs }) => {
      return lhs === name && op === '=~' && model.items.includes(rhs);
    });
    return own.length > 0 ? [{ name, factor, own }] : [];
  });
  const correlations = Float64Array.from(
    owners.flatMap(({ factor: a }) =>
      owners.map(({ factor: b }) => {
        return at(latent, a, b, m) / Math.sqrt(at(latent, a, a, m) * at(latent, b, b, m));
      }),
    ),
  );
  const thresholdsOf = (item: number) =>
    (group?.implied ?? new Float64Array()).filter((_, s) => data.itemOf[s] === item);
  const factors = owners.map(({ name, factor, own }, index): OrdinalFactor => {
    const items = own.map(({ rhs }) => model.items.indexOf(rhs));
    const loadings = own.map(({ standardised }) => standardised);
    const sum = loadings.reduce((total, value) => total + value, 0);
    const squares = loadings.reduce((total, value) => total + value * value, 0);
    const ave = squares / loadings.length;
    const weights = items.map((i) => {
      return at(group?.matrices.loadings ?? latent, i, factor, m) * (scales[i] ?? NaN);
    });
    const variance = at(latent, factor, factor, m);
    const common = weights.flatMap((a) => weights.map((b) => a * b * variance));
    const omega = categoricalOmega(items.map(thresholdsOf), {
      common: Float64Array.from(common),
      observed: sub(sample?.correlations ?? implied, p, items),
      implied: sub(implied, p, items),
    });
    const others = owners.map((_, other) => correlations[index * owners.length + other] ?? 0);
    const isAbove = others.every((r, other) => other === index || ave > r * r);
    return {
      ...{ name, items: own.map(({ rhs }) => rhs), averageVarianceExtracted: ave },
      compositeReliability: sum ** 2 / (sum ** 2 + loadings.length - squares),
      categoricalOmega: omega.observedVariance,
      categoricalOmegaModelVariance: omega.modelVariance,
      isDiscriminated: isAbove,
    };
  });
  return { factors, correlations };
}
