/**
 * Makes the columns of X (rows × width, row-major) orthonormal, in place: modified Gram–Schmidt, twice,
 * which keeps orthogonality to rounding. A column that depends on those before it becomes zero.
 */
export function orthonormalise(x: Float64Array, rows: number, width: number): void {
  // Column-major while at it: the loops then run along memory.
  const columns = Array.from({ length: width }, (_, j) => {
    const column = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) column[row] = x[row * width + j]!;
    return column;
  });
  for (const [j, column] of columns.entries()) {
    const before = Math.sqrt(dot(column, column));
    for (let pass = 0; pass < 2; pass += 1) {
      for (let k = 0; k < j; k += 1) subtract(column, columns[k]!);
    }
    const length = Math.sqrt(dot(column, column));
    const scale = length > 1e-10 * before && length > 0 ? 1 / length : 0;
    for (let row = 0; row < rows; row += 1) column[row]! *= scale;
  }
  for (const [j, column] of columns.entries()) {
    for (let row = 0; row < rows; row += 1) x[row * width + j] = column[row]!;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row += 1) sum += a[row]! * b[row]!;
  return sum;
}

function subtract(column: Float64Array, direction: Float64Array): void {
  const along = dot(column, direction);
  if (along === 0) return;
  for (let row = 0; row < column.length; row += 1) column[row]! -= along * direction[row]!;
}
