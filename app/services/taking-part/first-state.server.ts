import type { Transaction } from '#db/database.ts';
import { hasDraws, listStrataInUse } from '#db/queries/panel-joining.server.ts';

/** Where people are drawn, somebody who joins is a candidate: a target or a draw says so. */
export async function firstState(
  tx: Transaction,
  ofPanel: { organisationId: string; panelId: string },
) {
  const hasTargets = (await listStrataInUse(tx, ofPanel)).length > 0;
  return hasTargets || (await hasDraws(tx, ofPanel)) ? ('candidate' as const) : ('active' as const);
}
