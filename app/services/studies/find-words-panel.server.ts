import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';

/** Where what people write is read, if the study asks anything in own words and the member sees it. */
export async function findWordsPanel(
  tx: Transaction,
  { organisationId }: Member,
  { wordsPanelId }: { wordsPanelId: string | null },
): Promise<{ title: LocalText } | null> {
  if (wordsPanelId === null) return null;
  const panel = await findPanel(tx, { organisationId, panelId: wordsPanelId });
  return panel ? { title: panel.title } : null;
}
