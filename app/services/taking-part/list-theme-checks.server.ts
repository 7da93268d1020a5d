import { listCodedTexts, listOpenChecks } from '#db/queries/coding.server.ts';
import { findReply } from '#db/queries/theme-check.server.ts';
import { withActor } from '../../database.server.ts';
import { today } from '../../today.ts';
import { idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** Rounds whose themes this person is asked about now: they spoke there. */
export async function listThemeChecks(reader: PanelPerson) {
  const { memberId, ...ofPanel } = idsOf(reader);
  const system = { kind: 'system', organisationId: ofPanel.organisationId } as const;
  return withActor(system, async (tx) => {
    const open = await listOpenChecks(tx, ofPanel);
    const asked = [];
    for (const { id, title, checkClosesOn } of open) {
      const of = { ...ofPanel, codingId: id };
      const spoke = (await listCodedTexts(tx, of)).some((text) => text.memberId === memberId);
      const isOver = checkClosesOn !== null && checkClosesOn < today();
      if (!spoke || isOver) continue;
      const reply = await findReply(tx, { ...of, memberId });
      asked.push({ id, title, closesOn: checkClosesOn, hasReplied: reply !== undefined });
    }
    return asked;
  });
}
