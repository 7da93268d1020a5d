import type { ItemModel } from '../numeric/item-derivatives.ts';
import type { PatternRun } from '../numeric/multiply-pattern.ts';

/** The latent trait's normal distribution; at least one group has mean 0. */
export interface LatentDensity {
  readonly mean: 'zero' | 'free';
  readonly variance: 'one' | 'free';
}

export interface MarginalGroup {
  readonly run: PatternRun;
  /** k + 1: where an item's categories start. */
  readonly offsets: Int32Array;
  /** Per item the index of its parameters among the blocks; groups share blocks where they are equal. */
  readonly blocks: readonly number[];
  readonly density: LatentDensity;
}

export interface ParameterBlock {
  readonly model: ItemModel;
  readonly categories: number;
}

/** Items and latent distributions of one or several groups. */
export interface MarginalModel {
  readonly nodes: Float64Array;
  readonly blocks: readonly ParameterBlock[];
  readonly groups: readonly MarginalGroup[];
}

export interface ParameterLayout {
  /** Where each block starts. */
  readonly blocks: readonly number[];
  /** Where each group's mean (if free) and log variance (if free) start. */
  readonly densities: readonly number[];
  readonly size: number;
}

export const densitySize = ({ mean, variance }: LatentDensity) =>
  (mean === 'free' ? 1 : 0) + (variance === 'free' ? 1 : 0);

/** The order of the parameters: blocks, then each group's mean and log variance as far as free. */
export function parameterLayout({ blocks, groups }: MarginalModel): ParameterLayout {
  let size = 0;
  const place = (length: number) => {
    const start = size;
    size += length;
    return start;
  };
  const starts = blocks.map(({ model, categories }) => place(model.size(categories)));
  const densities = groups.map(({ density }) => place(densitySize(density)));
  return { blocks: starts, densities, size };
}
