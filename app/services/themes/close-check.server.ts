import type { Member } from '#db/actor.server.ts';
import { changeCheck } from '#db/queries/coding.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';

/** Ends the asking; it can be opened again, where themes were changed. */
export async function closeCheck(member: Member, ids: CodingIds): Promise<void> {
  const change = { ...ids, permission: 'panel-reports.publish' } as const;
  await changeCoding(member, change, async (tx, { of, coding }) => {
    if (coding.checkOpenedOn === null || coding.checkClosedOn !== null) {
      throw new ServiceError('conflict', 'check-is-closed');
    }
    await changeCheck(tx, { ...of, set: { checkClosedOn: today() } });
    await auditPanel(tx, member, { action: 'themes.check-closed', panelId: ids.panelId });
  });
}
