import type { Step } from '../psychometrics/steps.ts';

/** Names of the columns with the scores of the same people at either wave; no item is named so. */
export const beforeColumn = (scaleId: string) => `before:${scaleId}`;
export const afterColumn = (scaleId: string) => `after:${scaleId}`;

/**
 * One comparison for each scale, under its id. Shares of single scores are not kept: in small groups they
 * point at people.
 */
export function pairedSteps(scaleIds: readonly string[]): Step[] {
  return scaleIds.map((id) => ({
    ...{ name: id, family: 'paired' },
    options: { pre: beforeColumn(id), post: afterColumn(id), level: 0.95 },
    leaveOut: ['rows', 'marginalHomogeneity', 'reliableChange'],
  }));
}
