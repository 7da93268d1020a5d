import type { ExploratoryReport } from '#analysis/psychometrics/exploratory/explore-factors.ts';
import type { AnalysisReader } from '../reader.server.ts';
import { homeOf } from './loading-rules.ts';

/** How much the factors explain, and which items belong to each. */
export function findingsOf(
  { say, percent }: AnalysisReader,
  scale: string,
  report: ExploratoryReport,
): string[] {
  const explained = report.varianceShares.reduce((sum, share) => sum + share, 0);
  const homes = report.loadings.map(homeOf);
  const held = report.factors.map((factor, index) => {
    const items = report.items.filter((_, item) => {
      return homes[item]?.factor === index && !homes[item].isWeak;
    });
    if (items.length === 0) return say('factors.empty', { factor });
    return say('factors.holds', { factor, items: items.join(', ') });
  });
  return [
    say('factors.finding', {
      ...{ scale, count: report.factors.length },
      percent: percent(100 * explained),
    }),
    ...held,
  ];
}
