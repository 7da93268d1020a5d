import type { ScaleChangeReport } from '#analysis/report/readiness-report.ts';
import type { ChangeResult } from './specification.ts';

/** What came of a scale. */
export function changeOf(
  result: ChangeResult,
  scaleId: string,
): ScaleChangeReport['change'] | undefined {
  return result.changes?.find(({ id }) => id === scaleId)?.change;
}
