import { DomainError } from '../../errors.ts';
import type { MatrixName } from '../../numeric/structure/structure.ts';
import type { Statement } from '../syntax/statement.ts';
import type { ModelVariables } from './model-variables.ts';

export interface Cell {
  readonly matrix: MatrixName;
  readonly row: number;
  readonly column: number;
}

/**
 * The cell of the model matrices that a parameter fills.
 *
 * A loading of a factor on a factor is a cell of B; covariances stand at the lower of their two cells.
 *
 * @param statement the parameter.
 * @param variables items and factors in their order.
 * @param thresholdIndex place of the item's first threshold among all thresholds.
 * @returns matrix, row, column.
 * @remarks Missing data: not applicable.
 * @throws DomainError 'model-threshold' (with name, line, column) for a threshold not named t1, t2 … .
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, table 2.2.
 *   https://doi.org/10.1002/9781118619179.
 */
export function placeParameter(
  statement: Statement,
  { items, factors }: ModelVariables,
  thresholdIndex: (item: string) => number,
): Cell {
  const { lhs, op, rhs, line, column } = statement;
  const isFactor = factors.includes(lhs);
  const item = items.indexOf(lhs);
  const factor = factors.indexOf(lhs);
  switch (op) {
    case '=~':
      return factors.includes(rhs)
        ? { matrix: 'regressions', row: factors.indexOf(rhs), column: factor }
        : { matrix: 'loadings', row: items.indexOf(rhs), column: factor };
    case '~':
      return { matrix: 'regressions', row: factor, column: factors.indexOf(rhs) };
    case '~1':
      return isFactor
        ? { matrix: 'latentMeans', row: factor, column: 0 }
        : { matrix: 'intercepts', row: item, column: 0 };
    case '~*~':
      return { matrix: 'scaling', row: item, column: 0 };
    case '|': {
      const step = /^t([1-9]\d*)$/.exec(rhs)?.[1];
      if (step === undefined) throw new DomainError('model-threshold', { name: rhs, line, column });
      return { matrix: 'thresholds', row: thresholdIndex(lhs) + Number(step) - 1, column: 0 };
    }
    case '~~': {
      const names = isFactor ? factors : items;
      const [a, b] = [names.indexOf(lhs), names.indexOf(rhs)];
      return {
        matrix: isFactor ? 'latent' : 'residuals',
        row: Math.max(a, b),
        column: Math.min(a, b),
      };
    }
  }
}
