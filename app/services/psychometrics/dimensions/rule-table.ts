import type {
  FactorCandidate,
  NumberOfFactors,
} from '#analysis/psychometrics/exploratory/count-factors.ts';
import { numberCell } from '../number-cell.ts';
import type { AnalysisReader } from '../reader.server.ts';
import type { AnalysisTable } from '../study-analysis.ts';

type Rule =
  | 'parallel'
  | 'parallelMean'
  | 'mapSquared'
  | 'mapFourth'
  | 'simple1'
  | 'simple2'
  | 'optimal'
  | 'acceleration'
  | 'kaiser';

function simplest(
  candidates: readonly FactorCandidate[],
  of: (candidate: FactorCandidate) => number | undefined,
): number[] {
  const known = candidates.filter((candidate) => typeof of(candidate) === 'number');
  const [best] = [...known].sort((a, b) => (of(b) ?? 0) - (of(a) ?? 0));
  return best ? [best.factors] : [];
}

/** How many factors each rule counts, the advised one first. */
export function rulesOf({ parallel, map, scree, candidates }: NumberOfFactors) {
  const counts: Record<Rule, readonly number[]> = {
    parallel: [parallel.components.abovePercentile],
    parallelMean: [parallel.components.aboveMean],
    mapSquared: [map.bySquares],
    mapFourth: [map.byFourths],
    simple1: simplest(candidates, ({ simplicity1 }) => simplicity1),
    simple2: simplest(candidates, ({ simplicity2 }) => simplicity2),
    optimal: [scree.optimalCoordinates],
    acceleration: [scree.accelerationFactor],
    kaiser: [scree.kaiser],
  };
  return (Object.keys(counts) as Rule[]).flatMap((rule) =>
    counts[rule].map((factors) => ({ rule, factors })),
  );
}

export function ruleTable(reader: AnalysisReader, report: NumberOfFactors): AnalysisTable {
  const { say } = reader;
  return {
    id: 'rules',
    title: say('dimensions.rules'),
    columns: [
      { key: 'rule', label: say('dimensions.rule') },
      { key: 'factors', label: say('dimensions.factors'), numeric: true },
      { key: 'reading', label: say('column.reading') },
    ],
    rows: rulesOf(report).map(({ rule, factors }) => ({
      rule: say(`dimensions.ruleName.${rule}`),
      factors: numberCell(reader, factors, 0),
      reading: say(`dimensions.ruleReading.${rule}`),
    })),
  };
}
