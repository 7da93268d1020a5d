import type { Member } from '#db/actor.server.ts';
import { listCodableRounds, listCodings } from '#db/queries/coding.server.ts';
import { listThemeReports } from '#db/queries/theme-report.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';

/** The codings of a panel, what was published of each, and rounds that could be coded. */
export async function listCodingsOf(member: Member, { panelId }: { panelId: string }) {
  const ofPanel = { organisationId: member.organisationId, panelId };
  return readPanel(member, { panelId }, async (tx) => ({
    codings: await listCodings(tx, ofPanel),
    rounds: await listCodableRounds(tx, ofPanel),
    reports: (await listThemeReports(tx, ofPanel)).map(
      ({ id, codingId, number, publishedOn, supersededOn }) => ({
        ...{ id, codingId, number, publishedOn, supersededOn },
      }),
    ),
  }));
}
