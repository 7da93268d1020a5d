/** Gives each row of X (n × width, row-major) the length 1, in place; a row of zeros stays. */
export function normaliseRows(x: Float64Array, width: number): void {
  for (let from = 0; from < x.length; from += width) {
    let sum = 0;
    for (let j = 0; j < width; j += 1) sum += x[from + j]! ** 2;
    if (sum === 0) continue;
    const scale = 1 / Math.sqrt(sum);
    for (let j = 0; j < width; j += 1) x[from + j]! *= scale;
  }
}
