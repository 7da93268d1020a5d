import { median } from '#analysis/numeric/median.ts';

/**
 * The median and the medians of the lower and the upper half (Tukey's hinges, the middle value in both):
 * what a person can find with a sorted list and a pencil.
 */
export function summariseMargin(values: readonly number[]): {
  median: number;
  middleHalf: [number, number];
} {
  const sorted = Float64Array.from(values).sort();
  const half = Math.ceil(sorted.length / 2);
  return {
    median: median(sorted),
    middleHalf: [median(sorted.slice(0, half)), median(sorted.slice(sorted.length - half))],
  };
}
