import type { Elements, MatrixName, ModelMatrices } from '../../numeric/structure/structure.ts';

/** One row of the parameter table: a cell of a matrix of a group. */
export interface Parameter {
  readonly lhs: string;
  readonly op: '=~' | '~~' | '~' | '~1' | '|' | '~*~';
  readonly rhs: string;
  /** From 0. */
  readonly group: number;
  readonly matrix: MatrixName;
  readonly row: number;
  readonly column: number;
  /** Index of the free parameter, shared by rows that are equal; −1: fixed at `value`. */
  readonly parameter: number;
  readonly value: number;
  /** A starting value given in the model text. */
  readonly start?: number;
  readonly label?: string;
}

/** One group of a model: fixed values, and which cells depend on which parameter. */
export interface GroupStructure {
  /** Fixed cells filled, zeros elsewhere, ones on the scaling. */
  readonly template: ModelMatrices;
  readonly elements: Elements;
}

/** A model ready for estimation. Items and factors have the same order in all groups. */
export interface StructuralModel {
  readonly items: readonly string[];
  readonly factors: readonly string[];
  readonly hasMeans: boolean;
  readonly parameters: readonly Parameter[];
  /** Number of free parameters, equal ones counted once. */
  readonly freeCount: number;
  readonly groups: readonly GroupStructure[];
}

/** What can be held equal over groups. */
export const equalities = [
  'loadings',
  'intercepts',
  'thresholds',
  'residuals',
  'residual-covariances',
  'latent-variances',
  'latent-covariances',
  'latent-means',
  'regressions',
] as const;

export type Equality = (typeof equalities)[number];

export interface TableSettings {
  /** Number of groups, default 1. */
  readonly groups?: number;
  /** Factor variances fixed at one instead of the first loading of each factor. */
  readonly isStandardised?: boolean;
  /** No covariances between factors unless the text names them. */
  readonly isOrthogonal?: boolean;
  readonly hasMeans?: boolean;
  readonly equal?: readonly Equality[];
  /** Parameters not held equal all the same: 'f =~ x2', 'x3 ~1'. */
  readonly partial?: readonly string[];
  /** Number of thresholds of each ordered item. */
  readonly ordered?: ReadonlyMap<string, number>;
}
