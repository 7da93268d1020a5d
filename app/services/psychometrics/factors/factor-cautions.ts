import type { ExploratoryReport } from '#analysis/psychometrics/exploratory/explore-factors.ts';
import type { AnalysisReader } from '../reader.server.ts';
import { homeOf } from './loading-rules.ts';

/** Above this two factors are hardly two. */
const closestFactors = 0.85;

/** What makes the solution improper, unstable or hard to read. */
export function cautionsOf(
  { say, number }: AnalysisReader,
  { heywood, converged, loadings, items, factors, factorCorrelations }: ExploratoryReport,
): string[] {
  const homes = loadings.map(homeOf);
  const named = (is: (item: ReturnType<typeof homeOf>) => boolean) =>
    items.filter((_, item) => homes[item] && is(homes[item])).join(', ');
  const weak = named(({ isWeak }) => isWeak);
  const shared = named(({ isShared }) => isShared);
  const close = factors.flatMap((a, i) =>
    factors.slice(i + 1).flatMap((b, j) => {
      const r = factorCorrelations[i]?.[i + 1 + j] ?? 0;
      if (Math.abs(r) < closestFactors) return [];
      return [say('factors.caution.close', { a, b, r: number(r, 2) })];
    }),
  );
  return [
    ...(heywood.length > 0 ? [say('factors.caution.improper', { items: heywood.join(', ') })] : []),
    ...(converged ? [] : [say('factors.caution.rotation')]),
    ...(weak ? [say('factors.caution.weak', { items: weak })] : []),
    ...(shared ? [say('factors.caution.shared', { items: shared })] : []),
    ...close,
    say('factors.caution.otherPeople'),
  ];
}
