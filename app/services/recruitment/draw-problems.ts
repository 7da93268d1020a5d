import type { Quota } from '#db/schema/panel-draw.ts';

export type DrawSetUp = { seats: number; seed: string; quotas: readonly Quota[] };

export type DrawProblem = {
  reason:
    | 'draw-seats-few'
    | 'draw-quota-order'
    | 'draw-quota-reveals'
    | 'draw-fewest-many'
    | 'draw-most-few';
  /** Where it is wrong. */
  at?: { stratumId: string; band: string };
};

/**
 * What can be said about a draw without looking at anybody: quotas that no panel of this size keeps,
 * and quotas that would tell of everybody selected what they said of themselves.
 */
export function problemOfDraw(
  { seats, quotas }: DrawSetUp,
  minimumGroup: number,
  strata: readonly { id: string; bands: readonly unknown[] }[],
): DrawProblem | null {
  if (seats < minimumGroup) return { reason: 'draw-seats-few' };
  for (const { stratumId, band, fewest, most } of quotas) {
    const at = { stratumId, band };
    if (fewest > most || most > seats) return { reason: 'draw-quota-order', at };
    if (fewest === seats) return { reason: 'draw-quota-reveals', at };
  }
  for (const stratumId of new Set(quotas.map((quota) => quota.stratumId))) {
    const own = quotas.filter((quota) => quota.stratumId === stratumId);
    const at = { stratumId, band: own[0]?.band ?? '' };
    const fewest = own.reduce((sum, quota) => sum + quota.fewest, 0);
    const most = own.reduce((sum, quota) => sum + quota.most, 0);
    if (fewest > seats) return { reason: 'draw-fewest-many', at };
    // Bands without a quota, and those who did not say, may fill the rest.
    const bands = strata.find(({ id }) => id === stratumId)?.bands.length ?? 0;
    if (own.length > bands && most < seats) return { reason: 'draw-most-few', at };
  }
  return null;
}
