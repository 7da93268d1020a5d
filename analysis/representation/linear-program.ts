/** Maximise c·x over A x within [lower, upper] and 0 ≤ x ≤ `upperBounds`. */
export type LinearProgram = {
  objective: readonly number[];
  constraints: readonly {
    coefficients: readonly number[];
    lower?: number;
    upper?: number;
  }[];
  upperBounds: readonly number[];
  /** Whether every x is a whole number. */
  isInteger: boolean;
};

export type LinearSolution =
  | { ok: true; value: number; x: readonly number[]; duals: readonly number[] }
  | { ok: false; reason: 'infeasible' };

/**
 * Solves a linear program; a parameter of what needs one, because solvers are large and load
 * themselves in ways that differ from place to place. `duals` of the constraints are asked for their
 * size alone, in the order of the constraints; of whole-number programs they are not used.
 */
export type SolveLinear = (program: LinearProgram) => LinearSolution;
