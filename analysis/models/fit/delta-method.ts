/**
 * Standard errors of functions of estimates.
 *
 * se_k = √(j_k′ V j_k), j_k the gradient of function k by central differences with steps of 1e-5 · max(1, |θ|).
 *
 * @param value functions of θ, one array.
 * @param parameters θ̂.
 * @param covariance V = cov(θ̂), row-major.
 * @returns one per function; NaN where a function is not defined.
 * @remarks Missing data: in V.
 * @throws never.
 * @see Oehlert, G. W. (1992). A note on the delta method. https://doi.org/10.1080/00031305.1992.10475842.
 *   Reference values: lavaan 0.6-14 `standardizedSolution`.
 */
export function deltaMethod(
  value: (parameters: Float64Array) => Float64Array,
  parameters: Float64Array,
  covariance: Float64Array,
): Float64Array {
  const width = parameters.length;
  const columns = Array.from(parameters, (parameter, index) => {
    const step = 1e-5 * Math.max(1, Math.abs(parameter));
    const moved = (by: number) => {
      const at = Float64Array.from(parameters);
      at[index] = parameter + by;
      return value(at);
    };
    const [above, below] = [moved(step), moved(-step)];
    return above.map((a, k) => (a - (below[k] ?? NaN)) / (2 * step));
  });
  return value(parameters).map((_, k) => {
    let sum = 0;
    for (let i = 0; i < width; i += 1) {
      const left = columns[i]?.[k] ?? NaN;
      if (left === 0) continue;
      for (let j = 0; j < width; j += 1) {
        sum += left * (covariance[i * width + j] ?? NaN) * (columns[j]?.[k] ?? NaN);
      }
    }
    return Math.sqrt(Math.max(sum, 0));
  });
}
