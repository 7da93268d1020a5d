import { getDatabase } from '#app/database.server.ts';
import { codeAssignments, doubleReadings } from '#db/schema/code-assignment.ts';
import { codebookEvents, codes, codings, themes } from '#db/schema/coding.ts';
import { themeDrafts, themeFlags, themeReplies } from '#db/schema/theme-check.ts';

type Ids = {
  organisationId: string;
  panelId: string;
  roundId: string;
  codingId: string;
  codeId: string;
};

const on = '2026-03-01';
const text = { en: 'Words' };

/** The coding of a panel's round with a row in each of its tables. */
export async function fillCoding({ roundId, codingId, codeId, ...ofPanel }: Ids): Promise<void> {
  const db = getDatabase();
  await db.insert(codings).values({
    ...{ organisationId: ofPanel.organisationId, panelId: ofPanel.panelId, id: codingId },
    ...{ roundId, version: 1, startedBy: 'x' },
  });
  const of = { organisationId: ofPanel.organisationId, panelId: ofPanel.panelId, codingId };
  await db.insert(themes).values({ ...of, position: 1, title: text, summary: text });
  await db.insert(codes).values({ ...of, id: codeId, position: 1, name: 'Waiting' });
  await db.insert(codebookEvents).values({
    ...{ ...of, codeId, number: 1, kind: 'create', change: { name: 'Waiting' }, reason: '' },
    by: 'x',
  });
  await db.insert(themeDrafts).values({ ...of, language: 'en', requestedBy: 'x' });
}

/** What was read and said of one person's words. */
export async function fillReading(
  { organisationId, panelId, codingId, codeId }: Ids,
  { memberId, contributionId }: { memberId: string; contributionId: string },
): Promise<void> {
  const db = getDatabase();
  const of = { organisationId, panelId, codingId };
  await db.insert(codeAssignments).values({
    ...{ ...of, contributionId, codeId, start: 0, end: 8, origin: 'human', by: 'x' },
  });
  await db.insert(doubleReadings).values({ ...of, contributionId, coder: 'y' });
  await db.insert(themeFlags).values({
    ...{ ...of, contributionId, memberId, reason: 'It matters', raisedOn: on },
  });
  await db.insert(themeReplies).values({
    ...{ ...of, memberId, verdict: 'yes', language: 'en', repliedOn: on },
  });
}
