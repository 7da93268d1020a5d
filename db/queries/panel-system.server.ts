import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { panelSystems } from '../schema/panel-system.ts';
import { panels } from '../schema/panel.ts';

type OfPanelAndSystem = { organisationId: string; panelId: string; systemId: string };

/** The panels that the actor sees, with whether they read of the system and since when. */
export async function listPanelsForSystem(
  tx: Transaction,
  { organisationId, systemId }: Omit<OfPanelAndSystem, 'panelId'>,
) {
  return tx
    .select({
      id: panels.id,
      title: panels.title,
      state: panels.state,
      shownOn: panelSystems.shownOn,
      shownBy: panelSystems.shownBy,
    })
    .from(panels)
    .leftJoin(
      panelSystems,
      and(
        eq(panelSystems.organisationId, panels.organisationId),
        eq(panelSystems.panelId, panels.id),
        eq(panelSystems.systemId, systemId),
      ),
    )
    .where(eq(panels.organisationId, organisationId))
    .orderBy(asc(panels.createdAt), asc(panels.id));
}

/** The systems that a panel reads of, the first one shown first. */
export async function listSystemsOfPanel(
  tx: Transaction,
  { organisationId, panelId }: Omit<OfPanelAndSystem, 'systemId'>,
): Promise<string[]> {
  const rows = await tx
    .select({ systemId: panelSystems.systemId })
    .from(panelSystems)
    .where(and(eq(panelSystems.organisationId, organisationId), eq(panelSystems.panelId, panelId)))
    .orderBy(asc(panelSystems.shownOn), asc(panelSystems.systemId));
  return rows.map(({ systemId }) => systemId);
}

/** False where it is shown already. */
export async function insertPanelSystem(
  tx: Transaction,
  values: OfPanelAndSystem & { shownOn: string; shownBy: string },
): Promise<boolean> {
  const rows = await tx
    .insert(panelSystems)
    .values(values)
    .onConflictDoNothing()
    .returning({ panelId: panelSystems.panelId });
  return rows.length > 0;
}

/** False where it is not shown. */
export async function deletePanelSystem(
  tx: Transaction,
  { organisationId, panelId, systemId }: OfPanelAndSystem,
): Promise<boolean> {
  const rows = await tx
    .delete(panelSystems)
    .where(
      and(
        eq(panelSystems.organisationId, organisationId),
        eq(panelSystems.panelId, panelId),
        eq(panelSystems.systemId, systemId),
      ),
    )
    .returning({ panelId: panelSystems.panelId });
  return rows.length > 0;
}
