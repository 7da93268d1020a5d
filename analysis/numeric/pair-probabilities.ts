import { bivariateNormalProbability } from './bivariate-normal-probability.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { normalProbability } from './normal-probability.ts';

const rules = [gaussLegendre(6), gaussLegendre(12), gaussLegendre(20)] as const;
const steep = 0.925;

/** Where two ordered items are cut: thresholds and the normal probabilities below them. */
export interface PairCuts {
  /** Ascending, R − 1 and C − 1 finite numbers. */
  readonly row: Float64Array;
  readonly column: Float64Array;
  readonly rowBelow: Float64Array;
  readonly columnBelow: Float64Array;
}

/** R × C, row-major: probability of each cell and its first two derivatives with respect to ρ. */
export interface PairCells {
  readonly p: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export function pairCuts(row: Float64Array, column: Float64Array): PairCuts {
  return {
    ...{ row, column },
    rowBelow: row.map(normalProbability),
    columnBelow: column.map(normalProbability),
  };
}

/** Φ₂ at every crossing of thresholds; the nodes' terms are shared by all crossings. */
function crossings({ row, column, rowBelow, columnBelow }: PairCuts, rho: number): Float64Array {
  const [rows, columns] = [row.length, column.length];
  const grid = new Float64Array(rows * columns);
  const size = Math.abs(rho);
  if (size >= steep) {
    for (let cell = 0; cell < grid.length; cell += 1) {
      const i = Math.trunc(cell / columns);
      grid[cell] = bivariateNormalProbability(row[i]!, column[cell - i * columns]!, rho);
    }
    return grid;
  }
  const { nodes, weights } = size < 0.3 ? rules[0] : size < 0.75 ? rules[1] : rules[2];
  const angle = Math.asin(rho) / 2;
  for (let node = 0; node < nodes.length; node += 1) {
    const sine = Math.sin(angle * (nodes[node]! + 1));
    const scale = 1 / (1 - sine * sine);
    const weight = (weights[node]! * angle) / (2 * Math.PI);
    for (let i = 0, cell = 0; i < rows; i += 1) {
      const h = row[i]!;
      for (let j = 0; j < columns; j += 1, cell += 1) {
        const k = column[j]!;
        grid[cell]! += weight * Math.exp((sine * h * k - (h * h + k * k) / 2) * scale);
      }
    }
  }
  for (let i = 0, cell = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1, cell += 1) grid[cell]! += rowBelow[i]! * columnBelow[j]!;
  }
  return grid;
}

/** Adds a crossing's value to the four cells that meet there. */
function spread(cells: Float64Array, columns: number, cell: number, value: number): void {
  cells[cell]! += value;
  cells[cell + 1]! -= value;
  cells[cell + columns]! -= value;
  cells[cell + columns + 1]! += value;
}

/**
 * Probabilities of the cells of two cut normal variables, with derivatives with respect to ρ.
 *
 * π_ab = Φ₂(τ_a, τ_b) − Φ₂(τ_{a−1}, τ_b) − Φ₂(τ_a, τ_{b−1}) + Φ₂(τ_{a−1}, τ_{b−1}); ∂Φ₂/∂ρ = φ₂;
 * ∂φ₂/∂ρ = φ₂ · (ρ(1 − ρ²) + (1 + ρ²)hk − ρ(h² + k²)) / (1 − ρ²)².
 *
 * @param cuts thresholds of both variables.
 * @param rho correlation in (−1, 1).
 * @param cells where to write, R × C each.
 * @remarks Missing data: none. One category on a side (no threshold) gives the other side's margin.
 * @throws never.
 * @see Olsson, U. (1979). Maximum likelihood estimation of the polychoric correlation coefficient.
 *   Psychometrika 44, 443–460, equations 4, 8. https://doi.org/10.1007/BF02296207. Reference values:
 *   R 4.2.2, polycor 0.8-1, through the correlations made of them.
 */
export function pairProbabilities(cuts: PairCuts, rho: number, cells: PairCells): void {
  const { row, column, rowBelow, columnBelow } = cuts;
  const columns = column.length + 1;
  const { p, first, second } = cells;
  p.fill(0);
  first.fill(0);
  second.fill(0);
  const grid = crossings(cuts, rho);
  const rest = 1 - rho * rho;
  const height = 1 / (2 * Math.PI * Math.sqrt(rest));
  for (let i = 0, crossing = 0; i < row.length; i += 1) {
    const h = row[i]!;
    for (let j = 0; j < column.length; j += 1, crossing += 1) {
      const k = column[j]!;
      const squares = h * h + k * k;
      const density = height * Math.exp((rho * h * k - squares / 2) / rest);
      const slope =
        (density * (rho * rest + (1 + rho * rho) * h * k - rho * squares)) / (rest * rest);
      const cell = i * columns + j;
      spread(p, columns, cell, grid[crossing]!);
      spread(first, columns, cell, density);
      spread(second, columns, cell, slope);
    }
  }
  // The last row, the last column and their corner take what the margins leave.
  const last = row.length * columns;
  for (let j = 0; j < columns; j += 1) {
    p[last + j]! += (columnBelow[j] ?? 1) - (j === 0 ? 0 : columnBelow[j - 1]!);
  }
  for (let i = 0; i <= row.length; i += 1) {
    const share = (rowBelow[i] ?? 1) - (i === 0 ? 0 : rowBelow[i - 1]!);
    p[i * columns + columns - 1]! += share;
  }
  p[last + columns - 1]! -= 1;
}
