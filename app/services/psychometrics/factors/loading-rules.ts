/** From here on an item counts as belonging to a factor (COSMIN and most textbooks). */
export const leastLoading = 0.4;
/** From here on a second loading counts. */
const leastSecond = 0.3;

/** The factor on which an item loads most, and whether it loads on a second one. */
export function homeOf(loadings: readonly number[]) {
  const sizes = loadings.map(Math.abs);
  const largest = Math.max(...sizes);
  return {
    factor: sizes.indexOf(largest),
    largest,
    isWeak: largest < leastLoading,
    isShared: sizes.filter((size) => size >= leastSecond).length > 1,
  };
}
