import type { Statement } from '../syntax/statement.ts';
import type { Equality } from './parameter.ts';

/**
 * Which kind of equality over groups a parameter falls under.
 *
 * Loadings, intercepts (of items), thresholds, residuals (variances), residual-covariances,
 * latent-variances, latent-covariances, latent-means, regressions.
 *
 * @param statement the parameter.
 * @param isFactor whether a name is a factor's.
 * @returns the kind; undefined for scaling factors.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Vandenberg, R. J., Lance, C. E. (2000). https://doi.org/10.1177/109442810031002.
 */
export function equalityOf(
  { lhs, op, rhs }: Pick<Statement, 'lhs' | 'op' | 'rhs'>,
  isFactor: (name: string) => boolean,
): Equality | undefined {
  switch (op) {
    case '=~':
      return 'loadings';
    case '~':
      return 'regressions';
    case '|':
      return 'thresholds';
    case '~1':
      return isFactor(lhs) ? 'latent-means' : 'intercepts';
    case '~~':
      if (isFactor(lhs)) return lhs === rhs ? 'latent-variances' : 'latent-covariances';
      return lhs === rhs ? 'residuals' : 'residual-covariances';
    case '~*~':
      return undefined;
  }
}
