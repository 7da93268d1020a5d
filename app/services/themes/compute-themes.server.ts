import { compute } from '../../jobs/worker-pool.server.ts';
import type { DescribedThemes, ThemesInput } from './describe-themes.ts';

/** Thousands of coded words take seconds, each theme less. */
const patienceMs = 60_000;

/** Describes themes away from what others wait for; no transaction is open meanwhile. */
export function computeThemes(input: ThemesInput): Promise<DescribedThemes> {
  return compute('report-themes', input, {
    ...{ signal: AbortSignal.timeout(patienceMs), onProgress: () => undefined },
  });
}
