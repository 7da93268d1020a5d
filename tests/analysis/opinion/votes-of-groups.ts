import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import type { Votes } from '#analysis/opinion/votes.ts';

export type GroupPlan = { readonly size: number; readonly agrees: readonly number[] };

/** Votes of groups whose members agree with each statement by a chance of their group; some are unseen. */
export function votesOfGroups(plan: readonly GroupPlan[], seed: number, unseen = 0.15): Votes {
  const random = seededGenerator(seed);
  const rows = plan.flatMap(({ size, agrees }) =>
    Array.from({ length: size }, () =>
      agrees.map((chance) => {
        if (random() < unseen) return NaN;
        if (random() < 0.05) return 0;
        return random() < chance ? 1 : -1;
      }),
    ),
  );
  return {
    participants: rows.map((_, row) => `p${String(row).padStart(3, '0')}`),
    statements: (plan[0]?.agrees ?? []).map((_, column) => `s${String(column).padStart(2, '0')}`),
    values: Float64Array.from(rows.flat()),
  };
}

/** Two groups at odds over the first eight statements; all agree to the next two; of the rest people think what they will. */
export const atOdds = (first: number, second: number): GroupPlan[] => {
  const [a, b] = [0.95, 0.05];
  const shared = [0.95, 0.9, 0.5, 0.5, 0.5, 0.5];
  return [
    { size: first, agrees: [a, a, a, a, b, b, b, b, ...shared] },
    { size: second, agrees: [b, b, b, b, a, a, a, a, ...shared] },
  ];
};
