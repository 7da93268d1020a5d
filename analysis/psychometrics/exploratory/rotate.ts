import { Matrix } from 'ml-matrix';
import { geomin, quartimin, type RotationCriterion } from '../../numeric/rotation/criteria.ts';
import { promax } from '../../numeric/rotation/promax.ts';
import { rotateObliquely, type ObliqueRotation } from '../../numeric/rotation/rotate-obliquely.ts';
import { varimax } from '../../numeric/rotation/varimax.ts';
import type { Generator } from '../../numeric/seeded-generator.ts';
import { randomRotation } from './random-rotation.ts';

export const rotations = ['none', 'varimax', 'oblimin', 'promax', 'geomin'] as const;

export type Rotation = (typeof rotations)[number];

export interface RotateOptions {
  readonly rotation: Rotation;
  /** Kaiser's normalisation: rows brought to length 1 before rotating, and back after. */
  readonly kaiser?: boolean;
  /** Where varimax stops; see there. */
  readonly varimaxTolerance?: number;
  /** Axes from which oblimin and geomin set out: the unrotated ones, or those of Kaiser-normalised varimax. */
  readonly start?: 'unrotated' | 'varimax';
  /** Starts of an oblique rotation beside the first one; needs a generator. */
  readonly randomStarts?: number;
  readonly generator?: Generator | undefined;
}

export interface Rotated {
  /** p × q pattern loadings. */
  readonly loadings: Matrix;
  /** q × q factor correlations; the identity for orthogonal rotations. */
  readonly phi: Matrix;
  /** Value of the criterion, of the loadings that were rotated; undefined where there is none. */
  readonly criterion: number | undefined;
  readonly converged: boolean;
}

function identity(q: number): Float64Array {
  return Float64Array.from(Matrix.eye(q).to1DArray());
}

/** The lowest of several starts; a start from the axes given is always among them. */
function best(a: Float64Array, q: number, f: RotationCriterion, options: RotateOptions) {
  const { randomStarts = 0, generator } = options;
  let lowest: ObliqueRotation = rotateObliquely(a, q, f, identity(q));
  for (let start = 0; generator && start < randomStarts; start += 1) {
    const next = rotateObliquely(a, q, f, randomRotation(q, generator));
    if (next.converged && (next.value < lowest.value - 1e-9 || !lowest.converged)) lowest = next;
  }
  return lowest;
}

/**
 * Rotates factor loadings to simple structure.
 *
 * Varimax keeps the factors uncorrelated; oblimin (γ = 0), geomin (δ = 0.01) and promax (κ = 4, from
 * Kaiser-normalised varimax) let them correlate. Criteria and algorithms: `numeric/rotation`.
 *
 * @param unrotated p × q.
 * @param options which rotation, whether rows are normalised first, random starts.
 * @returns pattern, factor correlations, value of the criterion, whether it converged.
 * @remarks Missing data: none allowed. One factor is not rotated. Items without communality stay 0 under
 *   normalisation. Order and signs of factors are arbitrary.
 * @throws never.
 * @see Browne, M. W. (2001). An overview of analytic rotation in exploratory factor analysis. Multivariate
 *   Behavioral Research 36, 111–150. https://doi.org/10.1207/S15327906MBR3601_05. Reference values:
 *   GPArotation 2022.10.2, R 4.2.2 `varimax`, `promax`.
 */
export function rotate(unrotated: Matrix, options: RotateOptions): Rotated {
  const { rows: p, columns: q } = unrotated;
  const { rotation, kaiser = false, varimaxTolerance } = options;
  const eye = Matrix.eye(q);
  if (q === 1 || rotation === 'none') {
    return { loadings: unrotated, phi: eye, criterion: undefined, converged: true };
  }
  const raw = Float64Array.from(unrotated.to1DArray());
  const lengths = Array.from({ length: p }, (_, i) => Math.hypot(...unrotated.getRow(i)) || 1);
  const length = (cell: number) => lengths[Math.floor(cell / q)] ?? NaN;
  const shorten = (values: Float64Array) => values.map((value, cell) => value / length(cell));
  const lengthen = (values: Float64Array) => values.map((value, cell) => value * length(cell));
  const a = kaiser ? shorten(raw) : raw;
  const back = (values: Float64Array) => {
    return Matrix.from1DArray(p, q, kaiser ? lengthen(values) : values);
  };
  switch (rotation) {
    case 'varimax':
      return {
        loadings: back(varimax(a, q, varimaxTolerance)),
        phi: eye,
        criterion: undefined,
        converged: true,
      };
    case 'promax': {
      const start = varimax(shorten(raw), q, varimaxTolerance);
      const turned = promax(kaiser ? start : lengthen(start), q);
      if (!turned) return { loadings: unrotated, phi: eye, criterion: undefined, converged: false };
      const phi = Matrix.from1DArray(q, q, turned.phi);
      return { loadings: back(turned.loadings), phi, criterion: undefined, converged: true };
    }
    case 'oblimin':
    case 'geomin': {
      const axes = options.start === 'varimax' ? varimax(shorten(raw), q, varimaxTolerance) : a;
      const from = axes !== a && !kaiser ? lengthen(axes) : axes;
      const turned = best(from, q, rotation === 'oblimin' ? quartimin : geomin, options);
      return {
        loadings: back(turned.loadings),
        phi: Matrix.from1DArray(q, q, turned.phi),
        criterion: turned.value,
        converged: turned.converged,
      };
    }
  }
}
