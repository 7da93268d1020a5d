import { deleteExpiredBands } from '#db/queries/panel-band.server.ts';
import { withActor } from '../../database.server.ts';
import { writeAudit } from '../audit/write-audit.server.ts';

/** Deletes what people said of themselves once the time that was promised to them is over. */
export async function purgeBands(today: string): Promise<number> {
  return withActor({ kind: 'system', organisationId: null }, async (tx) => {
    const purged = await deleteExpiredBands(tx, { today });
    for (const { organisationId, panelId, answers } of purged) {
      await writeAudit(tx, {
        ...{ organisationId, actor: 'purge-bands', action: 'panel.bands-expired' },
        ...{ subjectId: panelId, detail: { answers } },
      });
    }
    return purged.reduce((sum, { answers }) => sum + answers, 0);
  });
}
