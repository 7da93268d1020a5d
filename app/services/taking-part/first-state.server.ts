import type { Transaction } from '#db/database.ts';
import { hasDraw } from '#db/queries/panel-draw.server.ts';
import { listStrataInUse } from '#db/queries/panel-joining.server.ts';

/** Where people are drawn, somebody who joins is a candidate: a target or a draw says so. */
export async function firstState(
  tx: Transaction,
  ofPanel: { organisationId: string; panelId: string },
) {
  const hasTargets = (await listStrataInUse(tx, ofPanel)).length > 0;
  return hasTargets || (await hasDraw(tx, ofPanel)) ? ('candidate' as const) : ('active' as const);
}
