import type { Equality, TableSettings } from '../table/parameter.ts';
import type { Parameterization } from '../../numeric/ordinal/response-moments.ts';

export const ordinalInvarianceLevels = ['configural', 'thresholds', 'metric', 'scalar'] as const;

export type OrdinalInvarianceLevel = (typeof ordinalInvarianceLevels)[number];

const equalities: Record<OrdinalInvarianceLevel, readonly Equality[]> = {
  configural: [],
  thresholds: ['thresholds'],
  metric: ['thresholds', 'loadings'],
  scalar: ['thresholds', 'loadings', 'intercepts'],
};

/**
 * A model text and its settings at a level of invariance of ordered items over groups.
 *
 * Thresholds come first: with them equal, intercepts (0 in the first group) and residual variances (theta; 1
 * in the first group) or scaling factors (delta) of later groups can be estimated. Then loadings, which frees
 * the variances of factors; then intercepts, all 0, which frees the means of factors. A binary item has one
 * threshold, too few for its residual variance until its intercept is fixed too.
 *
 * @param text the model; @param level what is equal.
 * @param shape groups, thresholds of each item, factors, parameterization.
 * @returns the text with identification added, and settings for `buildModel`.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Wu, H., Estabrook, R. (2016). Identification of confirmatory factor analysis models of different levels
 *   of invariance for ordered categorical outcomes. Psychometrika 81, 1014–1045.
 *   https://doi.org/10.1007/s11336-016-9506-0. Reference program: semTools 0.5-6 `measEq.syntax`.
 */
export function ordinalInvarianceModel(
  text: string,
  level: OrdinalInvarianceLevel,
  shape: {
    readonly groups: number;
    readonly steps: ReadonlyMap<string, number>;
    readonly parameterization: Parameterization;
  },
): { text: string; settings: TableSettings } {
  const { groups, steps, parameterization } = shape;
  const later = (first: number, rest: string) =>
    `c(${[String(first), ...new Array<string>(groups - 1).fill(rest)].join(', ')})`;
  const isEqual = level !== 'configural';
  const lines = [...steps].flatMap(([item, count]) => {
    const operator = parameterization === 'theta' ? '~~' : '~*~';
    const isFree = isEqual && (count > 1 || level === 'scalar');
    const intercept = isEqual && level !== 'scalar';
    return [
      ...(isFree ? [`${item} ${operator} ${later(1, 'NA')}*${item}`] : []),
      ...(intercept ? [`${item} ~ ${later(0, 'NA')}*1`] : []),
    ];
  });
  return {
    text: [text, ...lines].join('\n'),
    settings: {
      ...{ groups, isStandardised: true, hasMeans: true, ordered: steps },
      equal: equalities[level],
    },
  };
}
