import { adjustPValues } from '../groups/adjust-p-values.ts';
import { normalProbability } from '../numeric/normal-probability.ts';
import type { VoteCounts } from './count-votes.ts';

export type RepresentativeStatement = {
  readonly statement: number;
  readonly answer: 'agree' | 'disagree';
  /** Shares of those who saw it, in the group and outside. */
  readonly within: number;
  readonly outside: number;
  readonly z: number;
  /** One-sided, after Holm over all statements, groups and both answers. */
  readonly p: number;
};

const alpha = 0.05;

type Test = RepresentativeStatement & { readonly group: number };

function testsOf(groups: readonly VoteCounts[], statement: number): Test[] {
  return groups.flatMap((own, group) =>
    (['agree', 'disagree'] as const).flatMap((answer): Test[] => {
      const others = groups.filter((_, other) => other !== group);
      const [x1, n1] = [own[answer], own.seen];
      const x2 = others.reduce((sum, counts) => sum + counts[answer], 0);
      const n2 = others.reduce((sum, counts) => sum + counts.seen, 0);
      if (n1 === 0 || n2 === 0) return [];
      const pooled = (x1 + x2) / (n1 + n2);
      const error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
      const [within, outside] = [x1 / n1, x2 / n2];
      const z = error === 0 ? 0 : (within - outside) / error;
      return [{ ...{ group, statement, answer, within, outside, z }, p: normalProbability(-z) }];
    }),
  );
}

/**
 * What sets each group apart: statements that more than half of it answer one way, more often than the others.
 *
 * z = (p_g − p_o) / √(p̄ (1 − p̄)(1/n_g + 1/n_o)), the score test of two proportions; p one-sided, Holm over all
 * statements × groups × answers; kept where p < .05 and p_g > ½, the largest z first.
 *
 * @param counts by statement, of each group.
 * @param most statements a group.
 * @returns by group; none where nothing sets it apart.
 * @remarks Missing data: among those who saw the statement. Groups were made from the same votes, so p orders
 *   statements and does not prove that there are groups.
 * @throws never.
 * @see Small, C. et al. (2021). Polis. RECERCA 26(2). https://doi.org/10.6035/recerca.5516; Holm, S. (1979). Scand J
 *   Statist 6, 65–70.
 */
export function representativeStatements(
  counts: readonly (readonly VoteCounts[])[],
  most = 5,
): RepresentativeStatement[][] {
  const tests = counts.flatMap(testsOf);
  const adjusted = adjustPValues(
    tests.map(({ p }) => p),
    'holm',
  );
  const kept = tests
    .map((test, at) => ({ ...test, p: adjusted[at] ?? 1 }))
    .filter(({ p, within }) => p < alpha && within > 0.5)
    .sort((a, b) => b.z - a.z || a.statement - b.statement);
  return (counts[0] ?? []).map((_, group) =>
    kept
      .filter((test) => test.group === group)
      .slice(0, most)
      .map(({ statement, answer, within, outside, z, p }) => ({
        ...{ statement, answer, within, outside, z, p },
      })),
  );
}
